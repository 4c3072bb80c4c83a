"""A hand with a gesture, and the 21 points of the usual hand model."""

import math
import random

from .figure import Figure
from .palette import choose_palette

WRIST = (0.5, 0.88)
# Each finger's root, direction in degrees (0 is up, positive to the right) and length.
FINGERS = {
    "thumb": ((0.34, 0.64), -55, 0.24),
    "index": ((0.38, 0.46), -12, 0.34),
    "middle": ((0.47, 0.43), -2, 0.37),
    "ring": ((0.56, 0.45), 8, 0.34),
    "little": ((0.64, 0.5), 20, 0.27),
}
# The fingers that are stretched; the others are folded onto the palm.
GESTURES = {
    "open": ("thumb", "index", "middle", "ring", "little"),
    "closed": (),
    "pointing": ("index",),
    "victory": ("index", "middle"),
    "thumbs up": ("thumb",),
}


def _joints(name: str, stretched: bool, gesture: str) -> list[tuple[float, float]]:
    """Root, two joints and tip of a finger."""
    (x, y), angle, length = FINGERS[name]
    if gesture == "thumbs up" and name == "thumb":
        (x, y), angle, length = (0.36, 0.52), -4, 0.36
    if gesture == "victory" and stretched:
        angle = -18 if name == "index" else 14
    if not stretched:
        length = 0.1 if name != "thumb" else 0.12
        angle = angle if name != "thumb" else 50
    turn = math.radians(angle)
    reach = [0, 0.42, 0.74, 1]
    return [(x + math.sin(turn) * length * r, y - math.cos(turn) * length * r) for r in reach]


def draw_hand(style: str, manner: str, colour, rng: random.Random) -> Figure:
    """A hand, palm up; `colour` dyes it."""
    palette = choose_palette(rng, colour, wears_it=False)
    figure = Figure(style, palette.line)
    figure.limb([WRIST, (0.5, 0.7)], 0.26, palette.skin)
    fingers = {n: _joints(n, n in GESTURES[manner], manner) for n in FINGERS}
    for name, joints in fingers.items():
        if name != "thumb":
            figure.limb(joints, 0.095, palette.skin)
    figure.oval(0.5, 0.62, 0.2, 0.2, palette.skin)
    figure.limb(fingers["thumb"], 0.105, palette.skin)
    figure.points = {"wrist": WRIST}
    for name, joints in fingers.items():
        figure.points |= {f"{name} {k}": joint for k, joint in enumerate(joints)}
    return figure
