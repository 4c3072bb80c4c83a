"""
Trains the judge on the world, held-out pairs included, and measures it on pictures that it has
not seen, as drawn and as the autoencoder returns them:
python -m training.judge [--pictures 300000] [--minutes 30]
"""

import argparse

import torch
from torch.nn import functional as F

from ..pace import add_pace_options
from ..settings import autocast, batch_for, prepare_torch, report
from ..training_run import TrainingRun
from .lessons import Lessons
from .measure import held_out_accuracies
from .networks import KEEP_ADAM, Findings, Judge
from .targets import Targets


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


def train(options) -> None:
    """Draws the judge's pictures if need be, trains, saves and reports."""
    device = prepare_torch()
    lessons = Lessons(device)
    judge = Judge().to(device, memory_format=torch.channels_last)
    run = TrainingRun("judge", {"judge": judge}, device, keep_adam=KEEP_ADAM)

    def loss_of(count: int):
        pictures, truth = lessons.pick(count)
        with autocast(device):
            found = judge(pictures)
        loss = _loss(Findings(**{k: value.float() for k, value in vars(found).items()}), truth)
        return loss, loss

    batch = options.batch or batch_for(device, on_processor=64, on_card=512)
    figures = run.sit(options, batch, loss_of, warm_up=2000)
    report("judge", **figures, **held_out_accuracies(run.average.networks["judge"], device))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=300_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
