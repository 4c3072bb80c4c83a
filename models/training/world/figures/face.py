"""A face with an expression, and its landmarks."""

import random

from .figure import DARK, Figure
from .palette import choose_palette

MOUTH = (150, 50, 60)
WHITE = (252, 252, 252)

# Brow tilt in figure units (positive: inner ends low), eyes, and mouth.
EXPRESSIONS = {
    "smiling": (0.0, "open", "smile"),
    "sad": (-0.04, "open", "frown"),
    "angry": (0.05, "open", "frown"),
    "surprised": (-0.02, "wide", "round"),
    "winking": (0.0, "wink", "smile"),
    "sleeping": (0.0, "closed", "flat"),
}


def _eye(figure: Figure, x: float, kind: str, winks: bool) -> None:
    y = 0.46
    if kind == "closed" or winks:
        figure.arc(x, y, 0.06, 0.04, 10, 170, 0.025, DARK)
        return
    size = 0.075 if kind == "wide" else 0.06
    figure.oval(x, y, size, size * 1.1, WHITE)
    figure.oval(x, y, size * 0.5, size * 0.55, DARK)


def _mouth(figure: Figure, kind: str) -> None:
    if kind == "smile":
        figure.arc(0.5, 0.62, 0.17, 0.13, 15, 165, 0.03, MOUTH)
    elif kind == "frown":
        figure.arc(0.5, 0.8, 0.14, 0.1, 200, 340, 0.03, MOUTH)
    elif kind == "round":
        figure.oval(0.5, 0.74, 0.07, 0.085, MOUTH)
    else:
        figure.limb([(0.42, 0.72), (0.58, 0.72)], 0.025, MOUTH)


def draw_face(style: str, manner: str, colour, rng: random.Random) -> Figure:
    """A face; `colour` dyes the skin."""
    palette = choose_palette(rng, colour, wears_it=False)
    figure = Figure(style, palette.line)
    tilt, eyes, mouth = EXPRESSIONS[manner]
    figure.oval(0.5, 0.42, 0.4, 0.38, palette.hair)
    for x in (0.13, 0.87):
        figure.oval(x, 0.52, 0.06, 0.08, palette.skin)
    figure.oval(0.5, 0.54, 0.35, 0.37, palette.skin)
    for side in (-1, 1):
        x = 0.5 + side * 0.15
        _eye(figure, x, eyes, winks=eyes == "wink" and side == 1)
        inner, outer = (x - side * 0.07, 0.34 + tilt), (x + side * 0.07, 0.34 - tilt)
        figure.arc(0.5, 0.58, 0.03, 0.04, 30, 150, 0.02, MOUTH)
        figure.limb([inner, outer], 0.028, DARK)
        figure.points |= {f"{'right' if side < 0 else 'left'} brow inner": inner}
        figure.points |= {f"{'right' if side < 0 else 'left'} brow outer": outer}
        figure.points |= {f"{'right' if side < 0 else 'left'} eye": (x, 0.46)}
    _mouth(figure, mouth)
    wide = 0.07 if mouth == "round" else 0.15
    figure.points |= {
        "nose": (0.5, 0.6),
        "mouth right": (0.5 - wide, 0.72),
        "mouth left": (0.5 + wide, 0.72),
        "chin": (0.5, 0.91),
    }
    return figure
