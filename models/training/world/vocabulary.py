"""Every word the world can draw, with the wordings a caption may use for it."""

import json
from pathlib import Path

from .figures import MANNERS

_HERE = Path(__file__).parent
HOLDOUT = json.loads((_HERE / "holdout.json").read_text())
ALL_SUBJECTS = list(json.loads((_HERE / "art" / "subjects.json").read_text())["subjects"])
ALL_SUBJECTS += list(MANNERS)
SUBJECTS = [s for s in ALL_SUBJECTS if s not in HOLDOUT["subjects"]]

# The middle tone of each colour; art is mapped onto a ramp through it.
COLOURS = {
    "red": (222, 40, 44),
    "orange": (245, 130, 25),
    "yellow": (252, 222, 50),
    "green": (60, 170, 70),
    "blue": (45, 105, 225),
    "purple": (135, 65, 200),
    "pink": (250, 135, 190),
    "grey": (140, 142, 146),
    "white": (240, 240, 244),
    "black": (44, 44, 50),
    "brown": (130, 82, 48),
    "golden": (206, 158, 44),
}
COLOUR_NAMES = [*COLOURS, "own"]
# Who writes tags often names the colour last. "a fox, blue" is held out.
COLOUR_AFTER = ["{thing} {colour}", "{thing} in {colour}", "{thing}, in {colour}"]

# Faces and hands come in natural skin tones of their own, and only in colours no skin has.
FANTASY_COLOURS = ["green", "blue", "purple", "pink"]

PLURALS = {
    "person": "people",
    "fox": "foxes",
    "fish": "fish",
    "butterfly": "butterflies",
    "octopus": "octopuses",
    "bus": "buses",
    "cactus": "cacti",
}

ENVIRONMENTS = {
    "beach": ["on a beach", "at the beach", "on the sandy beach", "beach"],
    "forest": ["in a forest", "in the woods", "among trees in a forest", "forest"],
    "desert": ["in the desert", "among desert dunes", "desert"],
    "snow": ["in the snow", "on snowy hills", "snow"],
    "mountains": ["in the mountains", "with mountains behind", "mountains"],
    "water": ["under water", "underwater", "deep under water"],
    "space": ["in outer space", "among the stars in outer space", "outer space"],
    "city": ["in a city", "in the city streets", "city"],
    "meadow": ["in a meadow", "on a flower meadow", "meadow"],
    "room": ["in a room", "inside a room", "room"],
    "plain": [
        "plain {colour} background",
        "on a plain {colour} background",
        "{colour} background",
    ],
}
WITHOUT_SKY = ("water", "space", "room", "plain")

LIGHTS = {
    "sunset": ["at sunset", "sunset", "sunset light"],
    "night": ["at night", "night", "under a night sky"],
    "sunny": ["sunny sky", "sunny day", "under a sunny sky"],
    "foggy": ["foggy", "in the fog", "foggy day"],
}
LIGHT_NAMES = [*LIGHTS, "none"]

LOOKS = {
    "cinematic": ["cinematic"],
    "dramatic": ["dramatic", "dramatic light"],
    "composition": ["composition", "framed composition"],
    "brutalist": ["brutalist", "brutalist architecture"],
    "hyper realistic": ["hyper realistic"],
    "epic scale": ["epic scale"],
    "close-up": ["close-up"],
    "sense of awe": ["sense of awe"],
    "hypermaximalist": ["hypermaximalist"],
    "details": ["insane level of details", "insane details"],
    "artstation": ["artstation HQ", "artstation"],
}

# The first wording of a style is a noun, for "a cartoon of ...".
STYLES = {
    "3d": ["3d render", "3d"],
    "flat": ["flat design", "flat"],
    "cartoon": ["cartoon", "cartoon drawing"],
    "ink": ["ink drawing", "black ink"],
}

PLACES = {
    "left": ["on the left", "on the left side"],
    "right": ["on the right", "on the right side"],
}

# {a} is the first subject, {b} the second, as drawn: a is left of, above or in front of b.
RELATIONS = {
    "left": [
        "{a} to the left of {b}",
        "{a} left of {b}",
        "{b} to the right of {a}",
        "{b} right of {a}",
        "{a} on the left and {b} on the right",
    ],
    "above": ["{a} above {b}", "{a} over {b}", "{b} below {a}", "{b} under {a}"],
    "next": ["{a} next to {b}", "{a} beside {b}", "{a} and {b}", "{a} and {b} side by side"],
    "front": ["{a} in front of {b}", "{b} behind {a}"],
}

NUMBER_WORDS = {1: ["one", "1"], 2: ["two", "2"], 3: ["three", "3"], 4: ["four", "4"]}


def colours_of(subject: str) -> list[str]:
    """The colours that a subject is drawn in; a person's are the colours of the clothes."""
    return FANTASY_COLOURS if subject in ("face", "hand") else list(COLOURS)


def plural(subject: str) -> str:
    """The plural of a subject's word."""
    return PLURALS.get(subject, subject + "s")
