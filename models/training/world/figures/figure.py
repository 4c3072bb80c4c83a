"""A figure in the making: parts in one of the drawn styles, and the points that are its truth."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..layers import widened

SIZE = 320  # side of the square that a figure is drawn in, in pixels
OUTLINE = 4
PAPER = (252, 248, 236)
DARK = (34, 30, 38)


class Figure:
    """
    Parts are drawn back to front in figure coordinates, 0..1 from the upper left. `points` are
    named places in the same coordinates. `line` is the outline's colour in the ink style.
    """

    def __init__(self, style: str, line=DARK):
        self.style, self.line = style, line
        self.image = Image.new("RGBA", (SIZE, SIZE))
        self.points: dict[str, tuple[float, float]] = {}

    def limb(self, points, width: float, colour) -> None:
        """A rounded band through points, `width` across."""
        mask, pen = self._mask()
        scaled = [(x * SIZE, y * SIZE) for x, y in points]
        across = width * SIZE
        pen.line(scaled, fill=255, width=round(across), joint="curve")
        for x, y in scaled:
            pen.ellipse([x - across / 2, y - across / 2, x + across / 2, y + across / 2], fill=255)
        self._paint(mask, colour)

    def oval(self, x: float, y: float, radius_x: float, radius_y: float, colour) -> None:
        """An ellipse around a centre."""
        mask, pen = self._mask()
        left, top = (x - radius_x) * SIZE, (y - radius_y) * SIZE
        pen.ellipse([left, top, (x + radius_x) * SIZE, (y + radius_y) * SIZE], fill=255)
        self._paint(mask, colour)

    def arc(self, x, y, radius_x, radius_y, start: int, end: int, width: float, colour) -> None:
        """A line along an ellipse from one angle to another, in degrees; it has no outline."""
        pen = ImageDraw.Draw(self.image)
        left, top = (x - radius_x) * SIZE, (y - radius_y) * SIZE
        box = [left, top, (x + radius_x) * SIZE, (y + radius_y) * SIZE]
        fill = self.line if self.style == "ink" else colour
        pen.arc(box, start, end, fill=fill, width=round(width * SIZE))

    def _mask(self):
        mask = Image.new("L", (SIZE, SIZE))
        return mask, ImageDraw.Draw(mask)

    def _paint(self, mask: Image.Image, colour) -> None:
        if self.style != "3d" and colour != DARK:
            edge = widened(mask, OUTLINE)
            shadow = tuple(int(v * 0.75) for v in colour)
            outlines = {"ink": self.line, "cartoon": DARK, "flat": shadow}
            self.image.paste(outlines[self.style], (0, 0), edge)
        if self.style == "ink" and colour == DARK:
            colour = self.line
        elif self.style == "ink":
            colour = PAPER
        if self.style == "3d":
            self.image.paste(_shaded(mask, colour), (0, 0), mask)
        else:
            self.image.paste(colour, (0, 0), mask)


def _shaded(mask: Image.Image, colour) -> Image.Image:
    """The colour, lighter towards the upper left edge and darker towards the lower right."""
    solid = np.asarray(mask.filter(ImageFilter.GaussianBlur(10))).astype(np.float32) / 255
    slope = np.roll(solid, 8, (0, 1)) - np.roll(solid, -8, (0, 1))
    shade = (1.0 - 0.5 * slope)[..., None] * np.array(colour, np.float32)
    return Image.fromarray(shade.clip(0, 255).astype(np.uint8))
