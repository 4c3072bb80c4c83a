"""The truth of a drawn picture, read from its layers: depth, segments and lines."""

import numpy as np
from PIL import ImageFilter

from .compose import Drawing
from .vocabulary import ALL_SUBJECTS

OPAQUE = 200  # rays and other see-through layers hide nothing


# Every name that a layer can have, in a fixed order: what a decomposer tells apart.
SEGMENT_NAMES = [
    *("background", "sky", "sea", "sand", "trees", "ground", "far dunes", "far hills", "snow"),
    *("flakes", "mountains", "buildings", "road", "meadow", "water", "sea floor", "weed"),
    *("bubbles", "space", "planet", "wall", "window", "floor", "concrete", "fine pattern"),
    *("ornaments", "rays", *ALL_SUBJECTS),
]


def _masks(drawing: Drawing):
    for layer in drawing.layers:
        small = layer.image.getchannel("A").reduce(layer.image.width // drawing.picture.width)
        yield layer, np.asarray(small) >= OPAQUE


def depth_map(drawing: Drawing) -> np.ndarray:
    """Distance of each pixel, float32 [H, W], 0 near to 1 far."""
    width, height = drawing.picture.size
    depth = np.ones((height, width), np.float32)
    for layer, mask in _masks(drawing):
        rows = np.linspace(layer.depth_top, layer.depth_bottom, height, dtype=np.float32)
        depth = np.where(mask, rows[:, None], depth)
    return depth


def segment_map(drawing: Drawing) -> tuple[np.ndarray, list[str]]:
    """The layer each pixel belongs to, uint8 [H, W], and the layers' names by that number."""
    width, height = drawing.picture.size
    segments = np.zeros((height, width), np.uint8)
    for index, (_, mask) in enumerate(_masks(drawing)):
        segments[mask] = index
    return segments, [layer.name for layer in drawing.layers]


def line_map(drawing: Drawing) -> np.ndarray:
    """Outlines of the layers and strong edges of the subjects' art, bool [H, W]."""
    segments, _ = segment_map(drawing)
    lines = np.zeros(segments.shape, bool)
    lines[:, 1:] |= segments[:, 1:] != segments[:, :-1]
    lines[1:] |= segments[1:] != segments[:-1]
    subjects = segments >= len(drawing.layers) - len(drawing.spots)
    inner = np.asarray(drawing.picture.convert("L").filter(ImageFilter.FIND_EDGES)) > 60
    return lines | (inner & subjects)


def subject_cover(drawing: Drawing, cell_px: int = 8) -> np.ndarray:
    """How much of each cell of a picture its subjects cover, uint8 [H / cell, W / cell], to 255."""
    width, height = drawing.picture.size
    cover = np.zeros((height // cell_px, width // cell_px), np.uint8)
    for layer in drawing.layers[-len(drawing.spots) :]:
        alpha = layer.image.getchannel("A").reduce(cell_px * layer.image.width // width)
        cover = np.maximum(cover, np.asarray(alpha))
    return cover
