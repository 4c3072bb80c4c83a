"""A person in a pose, with the joints of the OpenPose body model."""

import random

from .figure import DARK, Figure
from .palette import choose_palette

# Joints of each pose in figure coordinates; the left of the person is on the picture's right.
_STANDING = {
    "neck": (0.5, 0.3),
    "right shoulder": (0.42, 0.32),
    "left shoulder": (0.58, 0.32),
    "right elbow": (0.36, 0.44),
    "left elbow": (0.64, 0.44),
    "right wrist": (0.34, 0.56),
    "left wrist": (0.66, 0.56),
    "right hip": (0.45, 0.58),
    "left hip": (0.55, 0.58),
    "right knee": (0.44, 0.75),
    "left knee": (0.56, 0.75),
    "right ankle": (0.43, 0.92),
    "left ankle": (0.57, 0.92),
}
POSES = {
    "standing": {},
    "waving": {"left elbow": (0.72, 0.3), "left wrist": (0.76, 0.13)},
    "cheering": {
        "right elbow": (0.3, 0.26),
        "right wrist": (0.24, 0.09),
        "left elbow": (0.7, 0.26),
        "left wrist": (0.76, 0.09),
    },
    "running": {
        "right elbow": (0.3, 0.4),
        "right wrist": (0.2, 0.31),
        "left elbow": (0.68, 0.44),
        "left wrist": (0.78, 0.37),
        "right knee": (0.31, 0.7),
        "right ankle": (0.16, 0.8),
        "left knee": (0.7, 0.68),
        "left ankle": (0.72, 0.88),
    },
    "jumping": {
        "right elbow": (0.28, 0.3),
        "right wrist": (0.14, 0.22),
        "left elbow": (0.72, 0.3),
        "left wrist": (0.86, 0.22),
        "right knee": (0.32, 0.68),
        "right ankle": (0.22, 0.82),
        "left knee": (0.68, 0.68),
        "left ankle": (0.78, 0.82),
    },
    "sitting": {
        "right knee": (0.34, 0.64),
        "right ankle": (0.33, 0.82),
        "left knee": (0.66, 0.64),
        "left ankle": (0.67, 0.82),
    },
}


def _chain(joints, side: str, names) -> list[tuple[float, float]]:
    return [joints[f"{side} {name}"] for name in names]


def draw_person(style: str, manner: str, colour, rng: random.Random) -> Figure:
    """A person; `colour` (red, green, blue) dyes the clothes."""
    palette = choose_palette(rng, colour, wears_it=True)
    figure = Figure(style, palette.line)
    joints = {name: (x + rng.uniform(-0.01, 0.01), y) for name, (x, y) in _STANDING.items()}
    joints |= POSES[manner]
    for side in ("right", "left"):
        figure.limb(_chain(joints, side, ("hip", "knee", "ankle")), 0.085, palette.trousers)
        foot = joints[f"{side} ankle"]
        figure.oval(foot[0] + (-0.02 if side == "right" else 0.02), foot[1], 0.055, 0.035, DARK)
        figure.limb(_chain(joints, side, ("elbow", "wrist")), 0.06, palette.skin)
        figure.limb(_chain(joints, side, ("shoulder", "elbow")), 0.075, palette.shirt)
    figure.limb([(0.5, 0.36), (0.5, 0.54)], 0.17, palette.shirt)
    head = (0.5, 0.17)
    figure.oval(head[0], head[1] - 0.02, 0.115, 0.12, palette.hair)
    figure.oval(head[0], head[1] + 0.015, 0.095, 0.1, palette.skin)
    for side in (-1, 1):
        figure.oval(head[0] + side * 0.035, head[1] + 0.01, 0.012, 0.016, DARK)
    figure.arc(head[0], head[1] + 0.035, 0.04, 0.035, 20, 160, 0.014, DARK)
    figure.points = {
        "nose": (head[0], head[1] + 0.03),
        "right eye": (head[0] - 0.035, head[1] + 0.01),
        "left eye": (head[0] + 0.035, head[1] + 0.01),
        "right ear": (head[0] - 0.095, head[1] + 0.02),
        "left ear": (head[0] + 0.095, head[1] + 0.02),
        **joints,
    }
    return figure
