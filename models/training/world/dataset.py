"""Draws many captioned pictures into files that the training stages read."""

import json
import multiprocessing
import random
from dataclasses import asdict
from pathlib import Path

import numpy as np

from ..parallel import by_first
from ..settings import SEED, state_dir
from .compose import draw_scene
from .plans import DatasetPlan
from .truth import subject_cover

CAPTIONS_PER_PICTURE = 4


def held_out(count: int, most: int = 500) -> int:
    """How many of a data set's last pictures training never sees; a quarter of a small one."""
    return min(most, count // 4)


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
