"""Draws many captioned pictures into files that the training stages read."""

import json
import multiprocessing
import random
from dataclasses import asdict
from pathlib import Path

import numpy as np

from ..settings import SEED, state_dir
from .captions import caption
from .compose import draw_scene
from .scene import choose_scene, choose_training_scene

CAPTIONS_PER_PICTURE = 4


def _draw_part(job) -> None:
    folder, part, parts, count, width, height, choose = job
    rng = random.Random(f"{SEED}-{folder.name}-{part}")
    shape = (count, height, width, 3)
    pictures = np.memmap(folder / "pictures.u8", np.uint8, "r+", shape=shape)
    with open(folder / f"scenes-{part}.jsonl", "w") as out:
        for index in range(part, count, parts):
            scene = choose(rng)
            drawing = draw_scene(scene, rng, width, height)
            pictures[index] = np.asarray(drawing.picture)
            record = {
                "index": index,
                "captions": [caption(scene, rng) for _ in range(CAPTIONS_PER_PICTURE)],
                "scene": asdict(scene),
                "spots": [[s.thing.subject, s.x / width, s.y / height] for s in drawing.spots],
            }
            out.write(json.dumps(record) + "\n")


def draw_dataset(
    name: str, count: int, width_px: int = 128, height_px: int = 128, held_out_too: bool = False
) -> Path:
    """
    Draws `count` pictures on every core; returns the folder with pictures and scenes.
    `held_out_too` adds the pairs that training must not show, for networks that only judge.
    """
    folder = state_dir() / name
    folder.mkdir(exist_ok=True)
    shape = (count, height_px, width_px, 3)
    np.memmap(folder / "pictures.u8", np.uint8, "w+", shape=shape).flush()
    parts = multiprocessing.cpu_count()
    choose = choose_scene if held_out_too else choose_training_scene
    jobs = [(folder, part, parts, count, width_px, height_px, choose) for part in range(parts)]
    with multiprocessing.Pool(parts) as pool:
        pool.map(_draw_part, jobs)
    records = []
    for part in range(parts):
        path = folder / f"scenes-{part}.jsonl"
        records += [json.loads(line) for line in path.read_text().splitlines()]
        path.unlink()
    records.sort(key=lambda record: record["index"])
    (folder / "scenes.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    sizes = {"count": count, "width": width_px, "height": height_px}
    (folder / "dataset.json").write_text(json.dumps(sizes))
    return folder


def load_dataset(name: str) -> tuple[np.ndarray, list[dict]]:
    """Pictures uint8 [N, H, W, 3], read from disk as they are used, and their records."""
    folder = state_dir() / name
    sizes = json.loads((folder / "dataset.json").read_text())
    shape = (sizes["count"], sizes["height"], sizes["width"], 3)
    pictures = np.memmap(folder / "pictures.u8", np.uint8, "r", shape=shape)
    lines = (folder / "scenes.jsonl").read_text().splitlines()
    return pictures, [json.loads(line) for line in lines]
