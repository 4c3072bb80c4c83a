"""What the data sets of the training stages hold: how many pictures, of which scenes and sizes."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from .captions import caption
from .compose import Drawing
from .conditions import decomposition, with_condition
from .inkwell import ink_over
from .known import KnownWords
from .scene import Scene, choose_scene, choose_training_scene

# Share of the pictures of all sizes, width and height in pixels, of each data set.
SIZES = {"pictures": (0.8, 128, 128), "wide": (0.1, 160, 96), "tall": (0.1, 96, 160)}


def as_drawn(drawing: Drawing, rng: random.Random) -> Image.Image:
    """The picture as it is."""
    return drawing.picture


@dataclass
class DatasetPlan:
    """
    What to draw: `choose` gives the scenes (with held-out pairs for networks that only judge),
    `say` words them, `finish` turns a drawing into the image that is kept, which is
    `kept_width_px` wide where that differs from the picture. With a zoom every picture is that
    much larger.
    """

    name: str
    count: int
    width_px: int = 128
    height_px: int = 128
    choose: Callable[[random.Random], Scene] = choose_training_scene
    say: Callable[[Scene, random.Random], str] = caption
    finish: Callable[[Drawing, random.Random], Image.Image] = as_drawn
    kept_width_px: int | None = None
    zoom: int = 1

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Shape of the file of pictures."""
        width_px = self.kept_width_px or self.width_px
        return (self.count, self.height_px * self.zoom, width_px * self.zoom, 3)

    @property
    def cover_shape(self) -> tuple[int, int, int]:
        """Shape of the file of what the subjects cover, a number a latent."""
        return (self.count, self.height_px * self.zoom // 8, self.width_px * self.zoom // 8)


def inkwell_plan(name: str, count: int, width_px: int, height_px: int) -> DatasetPlan:
    """Pictures in the second model's look."""
    return DatasetPlan(f"inkwell-{name}", count, width_px, height_px, finish=ink_over)


def size_plans(
    count: int, inkwell: bool = False, known: KnownWords | None = None
) -> list[DatasetPlan]:
    """
    `count` pictures to learn to draw from: square, wide and tall; with nothing in them but what is
    known, for a model that goes on learning.
    """
    plan = inkwell_plan if inkwell else DatasetPlan
    plans = [plan(name, round(count * share), *size) for name, (share, *size) in SIZES.items()]
    if known:
        plans = [replace(plan, choose=known.choose, say=known.say) for plan in plans]
    return plans


def judging_plan(count: int, inkwell: bool = False) -> DatasetPlan:
    """Pictures for the judge, which has to know the held-out pairs too."""
    return _judged_plan("judge-pictures", count, inkwell)


def examining_plan(count: int, inkwell: bool = False) -> DatasetPlan:
    """Pictures of the same kinds that no network learns from, to examine the judge with."""
    return _judged_plan("examination", count, inkwell)


def _judged_plan(name: str, count: int, inkwell: bool) -> DatasetPlan:
    """Pictures with held-out pairs in them, in the second model's look where that is asked for."""
    if inkwell:
        return DatasetPlan(f"inkwell-{name}", count, choose=choose_scene, finish=ink_over)
    return DatasetPlan(name, count, choose=choose_scene)


def control_plan(count: int) -> DatasetPlan:
    """Pictures with one of their conditions beside each."""
    return DatasetPlan("control-pictures", count, finish=with_condition, kept_width_px=256)


def decomposition_plan(count: int) -> DatasetPlan:
    """Pictures with the truth of each beside it."""
    return DatasetPlan("decompositions", count, finish=decomposition, kept_width_px=256)


def enlarging_plan(count: int, zoom: int) -> DatasetPlan:
    """Pictures as large as an upscaler should make them."""
    return DatasetPlan("large-pictures", count, zoom=zoom)
