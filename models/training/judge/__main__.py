"""
Trains the judge on the world, held-out pairs included, and measures it on pictures that it has
not seen, as drawn and as the autoencoder returns them:
python -m training.judge [--pictures 300000] [--minutes 30]
"""

import argparse

import numpy as np
import torch
from torch.nn import functional as F

from ..optimizer import Optimizers
from ..pace import Pace, add_pace_options
from ..settings import load_checkpoint, prepare_torch, report, save_checkpoint
from .lessons import Lessons
from .measure import held_out_accuracies
from .networks import Findings, Judge
from .targets import Targets

BATCH = 64


def _loss(found: Findings, truth: Targets) -> torch.Tensor:
    """Cross-entropies of every attribute; colours and places only of subjects that are there."""
    there = truth.slots >= 0
    rows, slots = torch.nonzero(there, as_tuple=True)
    subjects = truth.slots[rows, slots]
    places = torch.stack([found.x, found.y], -1)[rows, subjects]
    single = truth.slots[:, 1] < 0
    return (
        10 * F.binary_cross_entropy_with_logits(found.presence, truth.presence)
        + F.cross_entropy(found.colour[rows, subjects], truth.colours[rows, slots])
        + 10 * (places - truth.places[rows, slots]).abs().mean()
        + F.cross_entropy(found.count[single], truth.count[single])
        + F.cross_entropy(found.environment, truth.environment)
        + F.cross_entropy(found.light, truth.light)
        + F.cross_entropy(found.style, truth.style)
        + 4 * F.binary_cross_entropy_with_logits(found.looks, truth.looks)
    )


def train(target: int, minutes: float, learning_rate: float) -> None:
    """Draws the judge's pictures if need be, trains, saves and reports."""
    device = prepare_torch()
    lessons = Lessons()
    judge = Judge().to(device, memory_format=torch.channels_last)
    optimizers = Optimizers([judge])
    saved = load_checkpoint("judge", device) or {"seen": 0, "minutes": 0.0}
    if "judge" in saved:
        judge.load_state_dict(saved["judge"])
        optimizers.load_state_dict(saved["optimizers"])
    pace, smooth = Pace(target, minutes, saved["seen"], saved["minutes"]), None
    rng = np.random.default_rng(pace.seen)

    def save() -> None:
        counts = {"seen": pace.seen, "minutes": pace.spent_minutes}
        states = {"judge": judge.state_dict(), "optimizers": optimizers.state_dict()}
        save_checkpoint("judge", {**states, **counts})

    while pace.running():
        pictures, truth = lessons.pick(BATCH, rng, device)
        with torch.autocast(device.type, torch.bfloat16):
            found = judge(pictures)
        loss = _loss(Findings(**{k: value.float() for k, value in vars(found).items()}), truth)
        loss.backward()
        optimizers.step(pace.learning_rate(learning_rate, warm_up=2000))
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if pace.advance(BATCH, f"loss {smooth:.3f}"):
            save()
    save()
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("judge", **figures, **held_out_accuracies(judge.eval(), device))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=300_000, learning_rate=1e-3)
    options = parser.parse_args()
    train(options.pictures, options.minutes, options.learning_rate)


if __name__ == "__main__":
    main()
