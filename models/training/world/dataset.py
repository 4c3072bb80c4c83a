"""Draws many captioned pictures into files that the training stages read."""

import json
import multiprocessing
import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from ..parallel import by_first
from ..settings import SEED, state_dir
from .captions import caption
from .compose import Drawing, draw_scene
from .conditions import decomposition, with_condition
from .inkwell import ink_over
from .known import KnownWords
from .scene import Scene, choose_scene, choose_training_scene
from .truth import subject_cover

CAPTIONS_PER_PICTURE = 4
# Share of the pictures of all sizes, width and height in pixels, of each data set.
SIZES = {"pictures": (0.8, 128, 128), "wide": (0.1, 160, 96), "tall": (0.1, 96, 160)}


def held_out(count: int, most: int = 500) -> int:
    """How many of a data set's last pictures training never sees; a quarter of a small one."""
    return min(most, count // 4)


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


def judging_plan(count: int) -> DatasetPlan:
    """Pictures for the judge, which has to know the held-out pairs too."""
    return DatasetPlan("judge-pictures", count, choose=choose_scene)


def examining_plan(count: int) -> DatasetPlan:
    """Pictures of the same kinds that no network learns from, to examine the judge with."""
    return DatasetPlan("examination", count, choose=choose_scene)


def control_plan(count: int) -> DatasetPlan:
    """Pictures with one of their conditions beside each."""
    return DatasetPlan("control-pictures", count, finish=with_condition, kept_width_px=256)


def decomposition_plan(count: int) -> DatasetPlan:
    """Pictures with the truth of each beside it."""
    return DatasetPlan("decompositions", count, finish=decomposition, kept_width_px=256)


def enlarging_plan(count: int, zoom: int) -> DatasetPlan:
    """Pictures as large as an upscaler should make them."""
    return DatasetPlan("large-pictures", count, zoom=zoom)


def _draw_part(job: tuple[DatasetPlan, Path, int, int]) -> None:
    plan, folder, part, parts = job
    rng = random.Random(f"{SEED}-{plan.name}-{part}")
    pictures = np.memmap(folder / "pictures.u8", np.uint8, "r+", shape=plan.shape)
    covers = np.memmap(folder / "covers.u8", np.uint8, "r+", shape=plan.cover_shape)
    with open(folder / f"scenes-{part}.jsonl", "w") as out:
        for index in range(part, plan.count, parts):
            scene = plan.choose(rng)
            drawing = draw_scene(scene, rng, plan.width_px, plan.height_px, plan.zoom)
            pictures[index] = np.asarray(plan.finish(drawing, rng))
            covers[index] = subject_cover(drawing)
            width, height = plan.width_px, plan.height_px
            spots = [[s.thing.subject, s.x / width, s.y / height] for s in drawing.spots]
            record = {
                "index": index,
                "captions": [plan.say(scene, rng) for _ in range(CAPTIONS_PER_PICTURE)],
                "scene": asdict(scene),
                "spots": spots,
            }
            out.write(json.dumps(record) + "\n")


def draw_dataset(plan: DatasetPlan) -> None:
    """Draws a data set on every core into the state folder."""
    folder = state_dir() / plan.name
    folder.mkdir(exist_ok=True)
    np.memmap(folder / "pictures.u8", np.uint8, "w+", shape=plan.shape).flush()
    np.memmap(folder / "covers.u8", np.uint8, "w+", shape=plan.cover_shape).flush()
    parts = multiprocessing.cpu_count()
    with multiprocessing.Pool(parts) as pool:
        pool.map(_draw_part, [(plan, folder, part, parts) for part in range(parts)])
    records = []
    for part in range(parts):
        path = folder / f"scenes-{part}.jsonl"
        records += [json.loads(line) for line in path.read_text().splitlines()]
        path.unlink()
    records.sort(key=lambda record: record["index"])
    (folder / "scenes.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    (folder / "dataset.json").write_text(json.dumps({"shape": plan.shape}))


def draw_missing(plan: DatasetPlan) -> None:
    """Draws a data set if it is not there."""
    by_first(not is_drawn(plan.name), lambda: draw_dataset(plan))


def is_drawn(name: str) -> bool:
    """Whether a data set is there, whole."""
    return (state_dir() / name / "dataset.json").exists()


def load_dataset(name: str) -> tuple[np.ndarray, list[dict]]:
    """Pictures uint8 [N, H, W, 3], read from disk as they are used, and their records."""
    folder = state_dir() / name
    if not is_drawn(name):
        raise FileNotFoundError(f"Draw the data set {name} first: python -m training.world")
    shape = tuple(json.loads((folder / "dataset.json").read_text())["shape"])
    pictures = np.memmap(folder / "pictures.u8", np.uint8, "r", shape=shape)
    lines = (folder / "scenes.jsonl").read_text().splitlines()
    return pictures, [json.loads(line) for line in lines]


def load_covers(name: str) -> np.ndarray:
    """What the subjects of a data set's pictures cover, uint8 [N, H / 8, W / 8], to 255."""
    folder = state_dir() / name
    count, height_px, *_ = json.loads((folder / "dataset.json").read_text())["shape"]
    return np.fromfile(folder / "covers.u8", np.uint8).reshape(count, height_px // 8, -1)
