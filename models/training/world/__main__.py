"""
Draws the training pictures, square, wide and tall: python -m training.world [--count N]
With --inkwell, those of the second model; with --known FOLDER, nothing but what the words.json of
a model folder lists; with --sheet FILE, only a contact sheet.
"""

import argparse
import random
import time

from PIL import Image

from ..settings import SEED, report
from .captions import caption
from .compose import draw_scene
from .dataset import draw_dataset
from .inkwell import ink_over
from .known import KnownWords
from .plans import as_drawn, size_plans
from .scene import choose_training_scene
from .vocabulary import ALL_SUBJECTS, SUBJECTS


def _draw_sheet(path: str, finish, columns: int = 10, rows: int = 6) -> None:
    """A contact sheet of random scenes; their captions are printed."""
    rng = random.Random(SEED)
    sheet = Image.new("RGB", (columns * 132, rows * 132), "white")
    for k in range(columns * rows):
        scene = choose_training_scene(rng)
        corner = (k % columns * 132, k // columns * 132)
        sheet.paste(finish(draw_scene(scene, rng), rng), corner)
        print(k, caption(scene, rng))
    sheet.save(path)


def main() -> None:
    """Reads the command line and draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60_000, help="pictures of all sizes")
    parser.add_argument("--inkwell", action="store_true", help="in the second model's look")
    parser.add_argument("--known", type=KnownWords, help="folder of a model that goes on learning")
    parser.add_argument("--sheet", help="only draw a contact sheet into this file")
    options = parser.parse_args()
    if options.sheet:
        return _draw_sheet(options.sheet, ink_over if options.inkwell else as_drawn)
    started = time.time()
    for plan in size_plans(options.count, options.inkwell, options.known):
        draw_dataset(plan)
    figures = {"pictures": options.count, "subjects": len(SUBJECTS)}
    figures["pictures_per_second"] = round(options.count / (time.time() - started))
    figures["held_out_subjects"] = len(ALL_SUBJECTS) - len(SUBJECTS)
    report("world-inkwell" if options.inkwell else "world", **figures)


if __name__ == "__main__":
    main()
