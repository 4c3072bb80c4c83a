"""The drawn subjects: loading their art, giving them a colour, making them fit a size."""

import random
from functools import cache, lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageOps

from ..settings import state_dir
from .figures import DRAWERS
from .figures.figure import DARK, PAPER, SIZE
from .layers import widened
from .scene import Thing
from .styles import MARGIN_PX, styled
from .vocabulary import COLOURS

FIGURE_VARIANTS = 12  # different people, faces and hands of each kind


def _visible(art: Image.Image) -> tuple[int, int, int, int]:
    """The box of what can be seen of RGBA art."""
    return art.getchannel("A").point(lambda a: 255 * (a > 20)).getbbox()


@cache
def _art(style: str, subject: str) -> Image.Image:
    path = state_dir() / "art" / "png" / f"{style}__{subject}.png"
    art = Image.open(path).convert("RGBA")
    return art.crop(_visible(art))


def _tones(colour: str):
    """Dark, middle and light tone of a colour; metal and extremes have their own."""
    middle = np.array(COLOURS[colour], float)
    if colour == "golden":
        return np.array([92, 54, 8.0]), middle, np.array([255, 244, 176.0])
    if colour == "white":
        return np.array([120, 122, 132.0]), middle, np.array([255, 255, 255.0])
    if colour == "black":
        return np.array([8, 8, 10.0]), middle, np.array([112, 112, 122.0])
    return middle * 0.3, middle, middle * 0.45 + 255 * 0.55


@lru_cache(maxsize=4096)
def _coloured_art(style: str, subject: str, colour: str | None) -> Image.Image:
    if style == "ink":
        return _ink(subject, COLOURS[colour] if colour else DARK)
    art = ImageOps.expand(_tinted(_art(style, subject), colour), MARGIN_PX, (0, 0, 0, 0))
    art = styled(style, art)
    return art.crop(_visible(art))


def _tinted(art: Image.Image, colour: str | None) -> Image.Image:
    """Art mapped by its brightness onto the tones of a colour, or as it is."""
    if colour is None:
        return art
    pixels = np.asarray(art).astype(float)
    light = pixels[..., :3] @ [0.35, 0.5, 0.15]
    opaque = light[pixels[..., 3] > 128]
    middle = np.clip(np.median(opaque), 60, 200)
    dark, mid, bright = _tones(colour)
    below = np.clip(light / middle, 0, 1)[..., None]
    above = np.clip((light - middle) / (255 - middle), 0, 1)[..., None]
    pixels[..., :3] = dark + (mid - dark) * below + (bright - mid) * above
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8), "RGBA")


@cache
def _ink_masks(subject: str) -> tuple[Image.Image, Image.Image]:
    """A subject's lines, and a paper cut-out that follows their outline."""
    art, border = _art("ink", subject), 8
    lines = Image.new("L", (art.width + 2 * border, art.height + 2 * border))
    lines.paste(art.getchannel("A"), (border, border))
    outside = widened(lines, 4).point(lambda a: 255 * (a > 100))
    ImageDraw.floodfill(outside, (0, 0), 128)
    return lines, outside.point(lambda a: 0 if a == 128 else 255)


def _ink(subject: str, colour) -> Image.Image:
    """Lines of one colour on paper, so that they read."""
    lines, paper = _ink_masks(subject)
    picture = Image.new("RGBA", lines.size, (*PAPER, 0))
    picture.paste(colour, (0, 0), lines)
    picture.putalpha(paper)
    return picture


@lru_cache(maxsize=2048)
def _figure(style: str, thing: Thing, variant: int):
    """A figure's picture, cut to its outline, and its points in 0..1 of that cut."""
    colour = COLOURS[thing.colour] if thing.colour else None
    figure = DRAWERS[thing.subject](style, thing.manner, colour, random.Random(variant))
    image = styled(style, figure.image)
    box = image.getbbox()
    width, height = box[2] - box[0], box[3] - box[1]
    points = {
        name: ((x * SIZE - box[0]) / width, (y * SIZE - box[1]) / height)
        for name, (x, y) in figure.points.items()
    }
    return image.crop(box), points


def _mirrored(name: str) -> str:
    """The point that a point becomes in a mirror: a left wrist becomes a right one."""
    sides = {"left": "right", "right": "left"}
    return " ".join(sides.get(word, word) for word in name.split(" "))


def subject_image(style: str, thing: Thing, size_px: int, rng: random.Random):
    """
    The thing's picture at a size (its longer side), facing either way, and its points: named
    places in 0..1 of the picture, for people, faces and hands.
    """
    if thing.subject in DRAWERS:
        art, points = _figure(style, thing, rng.randrange(FIGURE_VARIANTS))
    else:
        art, points = _coloured_art(style, thing.subject, thing.colour), {}
    scale = size_px / max(art.size)
    size = (max(1, round(art.width * scale)), max(1, round(art.height * scale)))
    picture = art.resize(size, Image.BICUBIC, reducing_gap=2.0)
    if rng.random() < 0.5:
        picture = picture.transpose(Image.FLIP_LEFT_RIGHT)
        points = {_mirrored(name): (1 - x, y) for name, (x, y) in points.items()}
    return picture, points
