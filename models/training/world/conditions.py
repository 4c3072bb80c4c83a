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


# What a pixel of a skeleton can be, by kind of figure: a bone by its number, or a joint.
POINT_CLASSES = [
    ("nothing", None),
    *((subject, k) for subject, bones in BONES.items() for k in [*range(len(bones)), "joint"]),
]


def point_colour(subject: str, part) -> tuple[int, int, int]:
    """Black for nothing, white for joints, and a hue for each bone of a figure."""
    if part is None:
        return 0, 0, 0
    if part == "joint":
        return 255, 255, 255
    hue = int(255 * part / len(BONES[subject]))
    return Image.new("HSV", (1, 1), (hue, 255, 255)).convert("RGB").getpixel((0, 0))


def point_map(drawing: Drawing) -> np.ndarray:
    """The place in POINT_CLASSES of each pixel, uint8 [H, W]."""
    image = Image.new("L", drawing.picture.size)
    pen = ImageDraw.Draw(image)
    for spot in (spot for spot in drawing.spots if spot.points):
        subject = spot.thing.subject
        for k, (start, end) in enumerate(BONES[subject]):
            bone = POINT_CLASSES.index((subject, k))
            pen.line([spot.points[start], spot.points[end]], fill=bone, width=2)
        joint = POINT_CLASSES.index((subject, "joint"))
        for x, y in spot.points.values():
            pen.ellipse([x - 1, y - 1, x + 1, y + 1], fill=joint)
    return np.asarray(image)


def points(drawing: Drawing, rng: random.Random) -> Image.Image | None:
    """Skeletons of people, landmarks of faces, fingers of hands; None where there are none."""
    if not any(spot.points for spot in drawing.spots):
        return None
    palette = np.array([point_colour(*each) for each in POINT_CLASSES], np.uint8)
    return Image.fromarray(palette[point_map(drawing)])


def decomposition(drawing: Drawing, rng: random.Random) -> Image.Image:
    """
    The picture and, on its right, its truth in the three channels of one image: the segment's
    number, the point's class with 128 added on lines, and depth.
    """
    numbers, names = segment_map(drawing)
    order = np.array([SEGMENT_NAMES.index(name) for name in names], np.uint8)
    marks = point_map(drawing) + 128 * line_map(drawing).astype(np.uint8)
    near = np.uint8(255 * (1 - depth_map(drawing)))
    truth = np.stack([order[numbers], marks, near], -1)
    return Image.fromarray(np.concatenate([np.asarray(drawing.picture), truth], 1))


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
