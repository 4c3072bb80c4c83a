"""
Draws every data set that is missing, in the order in which the stages need them:
python -m training.everything.draw [--toy]
"""

import argparse
import os

from ..world.dataset import draw_dataset, is_drawn
from .stages import FULL, TOY


def main() -> None:
    """Reads the command line and draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--toy", action="store_true")
    scale = TOY if parser.parse_args().toy else FULL
    os.nice(10)  # the stages that train beside it come first
    for plan in scale.plans():
        if not is_drawn(plan.name):
            draw_dataset(plan)
            print(f"{plan.name}: {plan.count} pictures drawn", flush=True)


if __name__ == "__main__":
    main()
