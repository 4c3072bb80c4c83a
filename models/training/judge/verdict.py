"""Right or wrong, attribute by attribute: findings against what a scene asks for."""

from dataclasses import fields

import torch

from ..world.vocabulary import COLOUR_NAMES, ENVIRONMENTS, LIGHT_NAMES, LOOKS, STYLES, SUBJECTS
from .networks import Findings

PRESENT = 0.0  # a look's score above this means yes
APART = 0.33  # share of the picture between two centres that stand side by side
OVER = 0.36  # share between two centres that stand one above the other


def finding(findings: Findings, row: int) -> Findings:
    """The findings of one picture."""
    return Findings(**{f.name: getattr(findings, f.name)[row] for f in fields(findings)})


def relation_holds(relation: str, first, second) -> bool:
    """Whether two centres (x, y in 0..1) stand in a relation of the world."""
    right, down = second[0] - first[0], second[1] - first[1]
    if relation == "left":
        return right > APART
    if relation == "next":
        return abs(right) > APART
    if relation == "above":
        return down > OVER
    return -OVER < down < -0.1 and abs(right) < 0.45


def verdict(found: Findings, scene) -> dict[str, bool]:
    """Each attribute that the scene asks for, and whether the picture has it."""
    numbers = [SUBJECTS.index(thing.subject) for thing in scene.things]
    # Most like what it shows: as many subjects as the scene has, so no threshold can flatter.
    likeliest = found.presence.topk(len(numbers)).indices.tolist()
    seen = [n in likeliest for n in numbers]
    colours = [
        COLOUR_NAMES[found.colour[n].argmax()] == thing.colour
        for n, thing in zip(numbers, scene.things, strict=True)
        if thing.colour
    ]
    result = {"two subjects" if scene.relation else "subject": all(seen)}
    if scene.relation:
        places = [(float(found.x[n]), float(found.y[n])) for n in numbers]
        result["relation"] = all(seen) and relation_holds(scene.relation, *places)
        if len(colours) == 2:
            result["two colours"] = all(seen) and all(colours)
    else:
        result["count"] = int(found.count.argmax()) + 1 == scene.count
        if colours:
            result["colour"] = colours[0]
    result["environment"] = list(ENVIRONMENTS)[found.environment.argmax()] == scene.environment
    if scene.light:
        result["light"] = LIGHT_NAMES[found.light.argmax()] == scene.light
    result["style"] = list(STYLES)[found.style.argmax()] == scene.style
    if scene.looks:
        wanted = torch.tensor([list(LOOKS).index(look) for look in scene.looks])
        result["look"] = bool((found.looks[wanted] > PRESENT).all())
    return result
