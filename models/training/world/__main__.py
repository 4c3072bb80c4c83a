"""Draws the training pictures: python -m training.world [--count N] [--sheet FILE]."""

import argparse
import random
import time

from PIL import Image

from ..settings import SEED, report
from .captions import caption
from .compose import draw_scene
from .dataset import draw_dataset
from .scene import choose_training_scene
from .vocabulary import ALL_SUBJECTS, SUBJECTS


def _draw_sheet(path: str, columns: int = 10, rows: int = 6) -> None:
    """A contact sheet of random scenes; their captions are printed."""
    rng = random.Random(SEED)
    sheet = Image.new("RGB", (columns * 132, rows * 132), "white")
    for k in range(columns * rows):
        scene = choose_training_scene(rng)
        sheet.paste(draw_scene(scene, rng).picture, (k % columns * 132, k // columns * 132))
        print(k, caption(scene, rng))
    sheet.save(path)


def main() -> None:
    """Reads the command line and draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40000)
    parser.add_argument("--sheet", help="only draw a contact sheet into this file")
    options = parser.parse_args()
    if options.sheet:
        return _draw_sheet(options.sheet)
    started = time.time()
    draw_dataset("pictures", options.count)
    seconds = time.time() - started
    report(
        "world",
        pictures=options.count,
        pictures_per_second=round(options.count / seconds),
        subjects=len(SUBJECTS),
        held_out_subjects=len(ALL_SUBJECTS) - len(SUBJECTS),
    )


if __name__ == "__main__":
    main()
