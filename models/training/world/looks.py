"""Looks with a visible meaning each: layers behind the subjects, changes to the picture."""

import math

import numpy as np
from PIL import Image, ImageFilter

from .arrange import Spot
from .layers import Canvas

ORNAMENTS = [(235, 60, 90), (255, 200, 50), (70, 190, 120), (80, 130, 240), (200, 90, 210)]


def draw_look_layers(canvas: Canvas, looks: list[str], spots: list[Spot], ground: float | None):
    """Layers that stand between the environment and the subjects."""
    base = ground if ground is not None else canvas.height * 0.72
    if "brutalist" in looks:
        _concrete(canvas, base)
    if "details" in looks:
        _fine_pattern(canvas)
    if "hypermaximalist" in looks:
        _ornaments(canvas)
    if "sense of awe" in looks:
        _rays(canvas, spots[-1])


def _concrete(canvas: Canvas, base: float) -> None:
    rng = canvas.rng
    canvas.layer("concrete", 0.7)
    for k in range(4):
        x, wide, high = (k + rng.uniform(-0.4, 0.6)) * canvas.width / 4, 30, rng.uniform(45, 85)
        grey = rng.randint(125, 165)
        face, shade = (grey, grey, grey - 4), (grey - 30, grey - 30, grey - 32)
        canvas.rectangle(x, base - 2 - high, x + wide, base, canvas.colour(face, 4))
        canvas.rectangle(x, base - 2 - high, x + 9, base, canvas.colour(shade, 4))
        for row in range(int(base - high + 6), int(base - 8), 11):
            canvas.rectangle(x + 13, row, x + 26, row + 3, canvas.colour((70, 70, 74), 4))


def _fine_pattern(canvas: Canvas) -> None:
    """A fine carpet of small leaves in two tones over the whole background."""
    rng = canvas.rng
    canvas.layer("fine pattern", 0.7)
    for row in range(0, canvas.height, 8):
        for column in range(0, canvas.width, 8):
            x, y = column + 4 + rng.uniform(-1, 1), row + 4 + rng.uniform(-1, 1)
            tone = rng.choice([(255, 255, 255, 120), (20, 20, 30, 110)])
            canvas.ellipse(x, y, 2.2, 1.2, tone)


def _ornaments(canvas: Canvas) -> None:
    rng = canvas.rng
    canvas.layer("ornaments", 0.6)
    for row in range(0, canvas.height, 21):
        for column in range(0, canvas.width, 21):
            x, y = column + rng.uniform(4, 17), row + rng.uniform(4, 17)
            colour, r = rng.choice(ORNAMENTS), rng.uniform(4, 6)
            if rng.random() < 0.5:
                canvas.ellipse(x, y, r, r, colour)
            else:
                canvas.polygon([(x - r, y), (x, y - r * 1.3), (x + r, y), (x, y + r * 1.3)], colour)


def _rays(canvas: Canvas, spot: Spot) -> None:
    canvas.layer("rays", 0.6)
    start = canvas.rng.random() * math.pi
    reach = canvas.width + canvas.height
    for k in range(10):
        a, b = start + k * math.pi / 5, start + k * math.pi / 5 + 0.22
        points = [(spot.x, spot.y)]
        points += [(spot.x + reach * math.cos(t), spot.y + reach * math.sin(t)) for t in (a, b)]
        canvas.polygon(points, (255, 244, 190, 150))


def glow_behind(picture: Image.Image, mask: Image.Image, scale: int) -> Image.Image:
    """The `artstation` look: a bright two-coloured glow around the subjects."""
    wide = mask.filter(ImageFilter.GaussianBlur(5 * scale)).point(lambda a: min(255, a * 3))
    sides = Image.new("RGB", (2, 1))
    sides.putpixel((0, 0), (40, 240, 235))
    sides.putpixel((1, 0), (255, 60, 200))
    glow = sides.resize(picture.size, Image.BILINEAR)
    return Image.composite(glow, picture, wide)


def finish(
    picture: Image.Image, mask: Image.Image, looks: list[str], spots: list[Spot], zoom: int = 1
) -> Image.Image:
    """Changes to the finished picture; `mask` is where the subjects are."""
    if "hyper realistic" in looks:
        picture = _realistic(picture, mask, zoom)
    values = np.asarray(picture).astype(np.float32)
    height, width = values.shape[:2]
    if "dramatic" in looks:
        rows, columns = np.mgrid[0:height, 0:width]
        x = zoom * sum(s.x for s in spots) / len(spots)
        y = zoom * sum(s.y for s in spots) / len(spots)
        away = np.hypot(columns - x, rows - y) / min(width, height)
        spotlight = np.clip(1.3 - 1.5 * np.maximum(away - 0.12, 0), 0.15, 1.05)[..., None]
        values = np.clip((values - 128) * 1.25 + 122, 0, 255) * spotlight
    if "composition" in looks:
        frame = 7 * zoom
        inside = values[frame:-frame, frame:-frame].copy()
        values[:] = (246, 236, 214)
        values[frame:-frame, frame:-frame] = inside
    if "cinematic" in looks:
        bar = round(height * 0.115)
        values = values * (0.98, 0.97, 0.9) + (6, 0, 10)
        values[:bar] = values[-bar:] = 0
    return Image.fromarray(values.clip(0, 255).astype(np.uint8))


def _realistic(picture: Image.Image, mask: Image.Image, zoom: int) -> Image.Image:
    """A blurred distance, and light from the upper left that shapes the subjects."""
    blurred = picture.filter(ImageFilter.GaussianBlur(2.5 * zoom))
    solid = np.asarray(mask.filter(ImageFilter.GaussianBlur(4 * zoom))).astype(np.float32) / 255
    shift = 3 * zoom
    slope = np.roll(solid, shift, (0, 1)) - np.roll(solid, -shift, (0, 1))
    shaped = np.asarray(picture).astype(np.float32) * (1 - 0.9 * slope)[..., None]
    subject = Image.fromarray(shaped.clip(0, 255).astype(np.uint8))
    return Image.composite(subject, blurred, mask)
