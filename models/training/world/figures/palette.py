"""Colours of people: skin, hair and clothes."""

import random
from dataclasses import dataclass

from .figure import DARK

SKINS = [(255, 219, 172), (241, 194, 125), (224, 172, 105), (198, 134, 66), (120, 76, 46)]
HAIRS = [(40, 30, 28), (92, 60, 36), (170, 110, 50), (214, 178, 94), (150, 66, 40)]
SHIRTS = [(80, 130, 200), (200, 90, 80), (90, 160, 110), (230, 190, 90), (150, 110, 180)]


@dataclass
class Palette:
    """Colours of one figure; `line` is the ink style's line."""

    skin: tuple
    hair: tuple
    shirt: tuple
    trousers: tuple
    line: tuple


def choose_palette(rng: random.Random, colour, wears_it: bool) -> Palette:
    """Random natural colours; a given colour goes to the clothes, or to the skin without any."""
    shirt = colour if colour and wears_it else rng.choice(SHIRTS)
    skin = colour if colour and not wears_it else rng.choice(SKINS)
    trousers = tuple(int(v * 0.55) for v in shirt)
    return Palette(skin, rng.choice(HAIRS), shirt, trousers, colour or DARK)
