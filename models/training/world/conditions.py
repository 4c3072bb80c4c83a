"""What a control network is given: the truth of a drawing as a picture, kind by kind."""

import random
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .compose import Drawing
from .truth import SEGMENT_NAMES, depth_map, line_map, segment_map

BONES = {
    "person": [
        ("nose", "neck"),
        *[("neck", f"{side} shoulder") for side in ("right", "left")],
        *[(f"{side} shoulder", f"{side} elbow") for side in ("right", "left")],
        *[(f"{side} elbow", f"{side} wrist") for side in ("right", "left")],
        *[("neck", f"{side} hip") for side in ("right", "left")],
        *[(f"{side} hip", f"{side} knee") for side in ("right", "left")],
        *[(f"{side} knee", f"{side} ankle") for side in ("right", "left")],
    ],
    "face": [
        *[(f"{side} brow inner", f"{side} brow outer") for side in ("right", "left")],
        ("mouth right", "mouth left"),
    ],
    "hand": [
        (("wrist" if k == 0 else f"{finger} {k - 1}"), f"{finger} {k}")
        for finger in ("thumb", "index", "middle", "ring", "little")
        for k in range(4)
    ],
}


def lines(drawing: Drawing, rng: random.Random) -> Image.Image:
    """White outlines on black."""
    return Image.fromarray(line_map(drawing)).convert("RGB")


def scribble(drawing: Drawing, rng: random.Random) -> Image.Image:
    """Thick outlines, shifted a little here and there as by an unsteady hand."""
    thick = Image.fromarray(line_map(drawing)).convert("L").filter(ImageFilter.MaxFilter(3))
    cells = (drawing.picture.width // 16, drawing.picture.height // 16)
    shifts = []
    for _ in range(2):
        noise = Image.new("L", cells)
        noise.putdata([rng.randrange(256) for _ in range(cells[0] * cells[1])])
        wide = np.asarray(noise.resize(drawing.picture.size, Image.BICUBIC)).astype(int)
        shifts.append((wide - 128) // 42)
    rows, columns = np.indices(shifts[0].shape)
    rows = (rows + shifts[0]).clip(0, rows.max())
    columns = (columns + shifts[1]).clip(0, columns.max())
    return Image.fromarray(np.asarray(thick)[rows, columns]).convert("RGB")


def segment_colour(name: str) -> tuple[int, int, int]:
    """The colour of a layer's name in a picture of segments, the same in every picture."""
    code = zlib.crc32(name.encode())
    return code & 255, code >> 8 & 255, code >> 16 & 255


def segments(drawing: Drawing, rng: random.Random) -> Image.Image:
    """Each layer in the colour that belongs to its name."""
    numbers, names = segment_map(drawing)
    palette = np.array([segment_colour(name) for name in names], np.uint8)
    return Image.fromarray(palette[numbers])


def depth(drawing: Drawing, rng: random.Random) -> Image.Image:
    """White near, black far."""
    return Image.fromarray(np.uint8(255 * (1 - depth_map(drawing)))).convert("RGB")


def points(drawing: Drawing, rng: random.Random) -> Image.Image | None:
    """Skeletons of people, landmarks of faces, fingers of hands; None where there are none."""
    if not any(spot.points for spot in drawing.spots):
        return None
    image = Image.new("RGB", drawing.picture.size)
    pen = ImageDraw.Draw(image)
    for spot in (spot for spot in drawing.spots if spot.points):
        bones = BONES[spot.thing.subject]
        for k, (start, end) in enumerate(bones):
            hue = int(255 * k / len(bones))
            colour = Image.new("HSV", (1, 1), (hue, 255, 255)).convert("RGB").getpixel((0, 0))
            pen.line([spot.points[start], spot.points[end]], fill=colour, width=2)
        for x, y in spot.points.values():
            pen.ellipse([x - 1, y - 1, x + 1, y + 1], fill=(255, 255, 255))
    return image


def decomposition(drawing: Drawing, rng: random.Random) -> Image.Image:
    """The picture, its lines, depth, segment numbers and points, side by side in one image."""
    numbers, names = segment_map(drawing)
    order = np.array([SEGMENT_NAMES.index(name) for name in names], np.uint8)
    parts = [
        drawing.picture,
        lines(drawing, rng),
        depth(drawing, rng),
        Image.fromarray(order[numbers]).convert("RGB"),
        points(drawing, rng) or Image.new("RGB", drawing.picture.size),
    ]
    width, height = drawing.picture.size
    strip = Image.new("RGB", (len(parts) * width, height))
    for k, part in enumerate(parts):
        strip.paste(part, (k * width, 0))
    return strip


KINDS = {"line": lines, "scribble": scribble, "segment": segments, "depth": depth, "pose": points}


def with_condition(drawing: Drawing, rng: random.Random) -> Image.Image:
    """The picture and, on its right, one of its conditions: a training pair in one image."""
    width, height = drawing.picture.size
    kinds = list(KINDS.values())
    rng.shuffle(kinds)
    # Poses are rarer than the rest, so where there is one it is shown half of the time.
    condition = points(drawing, rng) if rng.random() < 0.5 else None
    condition = condition or next(c for kind in kinds if (c := kind(drawing, rng)))
    pair = Image.new("RGB", (2 * width, height))
    pair.paste(drawing.picture, (0, 0))
    pair.paste(condition, (width, 0))
    return pair
