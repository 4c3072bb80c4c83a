"""The look of the second model: washes of colour on paper, with inked lines."""

import random

import numpy as np
from PIL import Image, ImageFilter

from .compose import Drawing
from .truth import line_map

PAPER = np.array([250, 243, 226], np.float32)
INK = np.array([42, 34, 48], np.float32)
TONES = 5  # steps of brightness that a wash keeps


def ink_over(drawing: Drawing, rng: random.Random) -> Image.Image:
    """The drawing's picture as ink and wash, RGB of the same size."""
    smooth = drawing.picture.filter(ImageFilter.MedianFilter(5))
    wash = np.asarray(smooth).astype(np.float32)
    stepped = np.round(wash / 255 * (TONES - 1)) / (TONES - 1) * 255
    wash = PAPER * (0.25 + 0.75 * (0.5 * stepped + 0.5 * wash) / 255)
    lines = Image.fromarray(line_map(drawing)).convert("L").filter(ImageFilter.GaussianBlur(0.7))
    share = np.clip(np.asarray(lines).astype(np.float32) / 255 * 1.5, 0, 0.9)[..., None]
    return Image.fromarray((wash * (1 - share) + INK * share).clip(0, 255).astype(np.uint8))
