"""A scene: what a picture shows, chosen at random or given, before it is drawn or worded."""

import random
from dataclasses import dataclass, field

from .figures import MANNERS
from .vocabulary import (
    COLOURS,
    ENVIRONMENTS,
    HOLDOUT,
    LIGHTS,
    LOOKS,
    RELATIONS,
    STYLES,
    SUBJECTS,
    WITHOUT_SKY,
    colours_of,
)

HELD_COLOURS = {tuple(pair) for pair in HOLDOUT["subjectColours"]}
HELD_ENVIRONMENTS = {tuple(pair) for pair in HOLDOUT["subjectEnvironments"]}


@dataclass(frozen=True)
class Thing:
    """A subject; colour None keeps its own colours, `manner` is a pose, expression or gesture."""

    subject: str
    colour: str | None = None
    manner: str | None = None


@dataclass
class Scene:
    """What a picture shows. Two things stand in `relation`; one thing may come `count` times."""

    things: list[Thing]
    environment: str
    style: str
    count: int = 1
    relation: str | None = None
    light: str | None = None
    looks: list[str] = field(default_factory=list)
    place: str | None = None
    background: str = "white"


def is_held_out(scene: Scene) -> bool:
    """True if the scene has a subject or a pair that training must never show."""
    return any(
        thing.subject in HOLDOUT["subjects"]
        or (thing.subject, thing.colour) in HELD_COLOURS
        or (thing.subject, scene.environment) in HELD_ENVIRONMENTS
        for thing in scene.things
    )


def _choose_looks(rng: random.Random, single: bool) -> list[str]:
    """None, one, and now and then up to three looks; scale looks only for a single subject."""
    count = rng.choices([0, 1, 2, 3], [50, 36, 10, 4])[0]
    names = [n for n in LOOKS if single or n not in ("epic scale", "close-up")]
    looks = rng.sample(names, count)
    if "epic scale" in looks and "close-up" in looks:
        looks.remove("close-up")
    return looks


def _choose_subjects(rng: random.Random, count: int) -> list[str]:
    """Different subjects; those with manners have more to learn, so they come more often."""
    subjects = []
    while len(subjects) < count:
        weights = [3 if subject in MANNERS else 1 for subject in SUBJECTS]
        subject = rng.choices(SUBJECTS, weights)[0]
        if subject not in subjects:
            subjects.append(subject)
    return subjects


def _choose_thing(rng: random.Random, subject: str, colour_chance: float) -> Thing:
    colour = rng.choice(colours_of(subject)) if rng.random() < colour_chance else None
    manner = rng.choice(MANNERS[subject]) if subject in MANNERS else None
    return Thing(subject, colour, manner)


def choose_scene(rng: random.Random, kind: str | None = None) -> Scene:
    """A random scene, held-out pairs included; `kind` is single, pair or count, or any."""
    kind = kind or rng.choices(["single", "pair", "count"], [50, 30, 20])[0]
    subjects = _choose_subjects(rng, 2 if kind == "pair" else 1)
    colour_chance = 0.8 if kind == "pair" else 0.5
    things = [_choose_thing(rng, subject, colour_chance) for subject in subjects]
    environment = rng.choice(list(ENVIRONMENTS))
    light = None
    if environment not in WITHOUT_SKY and rng.random() < 0.55:
        light = rng.choice(list(LIGHTS))
    looks = _choose_looks(rng, kind == "single")
    place = None
    if kind == "single" and "close-up" not in looks and rng.random() < 0.25:
        place = rng.choice(["left", "right"])
    used = {thing.colour for thing in things}
    return Scene(
        things=things,
        environment=environment,
        style=rng.choice(list(STYLES)),
        count=rng.randint(1, 4) if kind == "count" else 1,
        relation=rng.choice(list(RELATIONS)) if kind == "pair" else None,
        light=light,
        looks=looks,
        place=place,
        background=rng.choice([c for c in COLOURS if c not in used]),
    )


def choose_training_scene(rng: random.Random) -> Scene:
    """A random scene with nothing held out in it."""
    while True:
        scene = choose_scene(rng)
        if not is_held_out(scene):
            return scene
