"""Where the subjects of a scene stand: boxes in pixels, from back to front."""

import random
from dataclasses import dataclass, field

from .scene import Scene, Thing


@dataclass
class Spot:
    """
    A thing's centre and size in pixels, and its depth from 0 near to 1 far. `points` are the
    joints or landmarks of figures in pixels, filled in when the thing is drawn.
    """

    thing: Thing
    x: float
    y: float
    size: float
    depth: float
    points: dict[str, tuple[float, float]] = field(default_factory=dict)


def arrange(
    scene: Scene, width_px: int, height_px: int, ground: float | None, rng: random.Random
) -> list[Spot]:
    """Spots for a scene's things, back to front."""
    if scene.relation:
        return _arrange_pair(scene, width_px, height_px, rng)
    if scene.count > 1:
        return _arrange_group(scene, width_px, height_px, rng)
    return [_arrange_single(scene, width_px, height_px, ground, rng)]


def _jitter(rng: random.Random, amount: float) -> float:
    return rng.uniform(-amount, amount)


def _arrange_single(scene, width, height, ground, rng) -> Spot:
    short = min(width, height)
    share = rng.uniform(0.52, 0.68)
    x = width * {"left": 0.28, "right": 0.72, None: 0.5}[scene.place] + _jitter(rng, 0.03 * width)
    y = height * 0.57 + _jitter(rng, 0.03 * height)
    if "close-up" in scene.looks:
        share, y = rng.uniform(0.95, 1.1), height * 0.55
    elif "epic scale" in scene.looks:
        share = rng.uniform(0.32, 0.38)
        y = (ground or height * 0.55) + _jitter(rng, 4)
    elif "composition" in scene.looks and scene.place is None:
        share = rng.uniform(0.48, 0.56)
    return Spot(scene.things[0], x, y, short * share, 0.4)


def _arrange_pair(scene, width, height, rng) -> list[Spot]:
    short = min(width, height)
    size = short * rng.uniform(0.4, 0.46)
    first, second = scene.things
    x, y = width / 2 + _jitter(rng, 3), height * 0.58 + _jitter(rng, 4)
    apart_x = max(width * 0.25, size * 0.58)
    if scene.relation == "above":
        apart_y = height * 0.225
        upper = Spot(first, x + _jitter(rng, 8), height * 0.5 - apart_y, size, 0.45)
        return [upper, Spot(second, x + _jitter(rng, 8), height * 0.53 + apart_y, size, 0.4)]
    if scene.relation == "front":
        side = rng.choice([-1, 1])
        behind = Spot(second, x - side * size * 0.32, y - height * 0.13, size * 1.1, 0.55)
        return [behind, Spot(first, x + side * size * 0.22, y + height * 0.13, size * 1.05, 0.3)]
    side = rng.choice([-1, 1]) if scene.relation == "next" else -1
    spots = [
        Spot(first, x + side * apart_x, y + _jitter(rng, 3), size, 0.4),
        Spot(second, x - side * apart_x, y + _jitter(rng, 3), size, 0.4),
    ]
    rng.shuffle(spots)
    return spots


GROUPS = {
    2: [(-0.24, 0), (0.24, 0)],
    3: [(-0.27, 0.14), (0.27, 0.14), (0, -0.18)],
    4: [(-0.22, -0.2), (0.22, -0.2), (-0.22, 0.2), (0.22, 0.2)],
}
GROUP_SIZE = {2: 0.42, 3: 0.36, 4: 0.34}


def _arrange_group(scene, width, height, rng) -> list[Spot]:
    size = min(width, height) * GROUP_SIZE[scene.count] * rng.uniform(0.94, 1.06)
    return [
        Spot(
            scene.things[0],
            width / 2 + dx * width + _jitter(rng, 3),
            height * 0.56 + dy * height + _jitter(rng, 3),
            size,
            0.45 - dy * 0.2,
        )
        for dx, dy in GROUPS[scene.count]
    ]
