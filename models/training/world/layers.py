"""Layers of a picture: drawn back to front, each with its name and its depth."""

import math
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

SUPERSAMPLE = 2  # everything is drawn twice as large, so that edges come out smooth


def widened(mask: Image.Image, by_px: int) -> Image.Image:
    """The mask, larger by so many pixels on every side; far quicker than Pillow's MaxFilter."""
    values = np.pad(np.asarray(mask), by_px)
    reach = 2 * by_px + 1
    tall = np.maximum.reduce([values[k : k + mask.height] for k in range(reach)])
    return Image.fromarray(np.maximum.reduce([tall[:, k : k + mask.width] for k in range(reach)]))


@dataclass
class Layer:
    """
    One drawn layer. `depth_top` and `depth_bottom` are its distance at the picture's top and
    bottom row, 0 near to 1 far.
    """

    name: str
    image: Image.Image
    depth_top: float
    depth_bottom: float


class Canvas:
    """
    Collects layers of one picture. Positions are in units of a picture of `width` x `height`
    pixels; with a zoom the picture is drawn that many times larger, in the same units.
    """

    def __init__(self, width: int, height: int, rng: random.Random, tint=None, zoom: int = 1):
        self.width, self.height, self.rng = width, height, rng
        self.scale = SUPERSAMPLE * zoom
        self.size = (width * self.scale, height * self.scale)
        self.layers: list[Layer] = []
        self.tint = tint or (lambda colour: colour)
        self._pen = None

    def layer(self, name: str, depth_top: float, depth_bottom: float | None = None) -> None:
        """Starts a new empty layer; what is drawn next goes onto it."""
        image = Image.new("RGBA", self.size)
        self._pen = ImageDraw.Draw(image)
        bottom = depth_top if depth_bottom is None else depth_bottom
        self.layers.append(Layer(name, image, depth_top, bottom))

    def colour(self, colour, jitter: int = 10, lit: bool = True):
        """The colour, varied a little, under the scene's light if `lit`."""
        varied = tuple(max(0, min(255, c + self.rng.randint(-jitter, jitter))) for c in colour)
        return self.tint(varied) if lit else varied

    def _scaled(self, points):
        return [(x * self.scale, y * self.scale) for x, y in points]

    def gradient(self, top, bottom) -> None:
        """Fills the layer from the top colour to the bottom colour."""
        ramp = Image.new("RGB", (1, 2))
        ramp.putpixel((0, 0), top)
        ramp.putpixel((0, 1), bottom)
        filled = ramp.resize(self.size, Image.BILINEAR, box=(0, 0.5, 1, 1.5))
        self.layers[-1].image.paste(filled.convert("RGBA"))

    def rectangle(self, left, top, right, bottom, colour) -> None:
        """Fills a rectangle."""
        self._pen.rectangle(self._scaled([(left, top), (right, bottom)]), fill=colour)

    def ellipse(self, x, y, radius_x, radius_y, colour) -> None:
        """Fills an ellipse around a centre."""
        box = [(x - radius_x, y - radius_y), (x + radius_x, y + radius_y)]
        self._pen.ellipse(self._scaled(box), fill=colour)

    def polygon(self, points, colour) -> None:
        """Fills a polygon."""
        self._pen.polygon(self._scaled(points), fill=colour)

    def line(self, points, colour, width: float = 1) -> None:
        """Draws a line through points."""
        self._pen.line(self._scaled(points), fill=colour, width=round(width * self.scale))

    def hills(self, y: float, amplitude: float, colour) -> None:
        """Fills everything below a gently waved line."""
        rng = self.rng
        phase_a, phase_b = rng.random() * 6, rng.random() * 6
        waves_a, waves_b = rng.uniform(0.8, 1.6), rng.uniform(2, 3.5)
        points = []
        for x in range(0, self.width + 4, 4):
            turn = x / 128 * 2 * math.pi
            wave = math.sin(turn * waves_a + phase_a) + 0.4 * math.sin(turn * waves_b + phase_b)
            points.append((x, y + amplitude * wave))
        self.polygon([*points, (self.width + 4, self.height), (0, self.height)], colour)
