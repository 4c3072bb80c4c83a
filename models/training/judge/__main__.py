"""
Trains the judge on the world, held-out pairs included, and measures it on pictures that it has
not seen: python -m training.judge [--pictures 600000] [--minutes 30]
"""

import argparse
from collections import defaultdict

import numpy as np
import torch
from torch.nn import functional as F

from ..autoencoder.checkpoint import as_tensor
from ..optimizer import Optimizers
from ..pace import Pace, add_pace_options
from ..settings import load_checkpoint, prepare_torch, report, save_checkpoint
from ..world.dataset import draw_dataset, is_drawn, judging_plan, load_dataset
from ..world.scene import Scene, Thing
from .networks import Findings, Judge
from .targets import Targets, targets_of
from .verdict import finding, verdict

DRAWN, HELD_OUT, BATCH = 30_000, 2_000, 32


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


def load_judge(device) -> Judge:
    """The trained judge."""
    saved = load_checkpoint("judge", device)
    if saved is None:
        raise FileNotFoundError("Train the judge first: python -m training.judge")
    judge = Judge().to(device)
    judge.load_state_dict(saved["judge"])
    return judge.eval()


def scene_of(record: dict) -> Scene:
    """The scene of a data-set record."""
    things = [Thing(**thing) for thing in record["scene"]["things"]]
    return Scene(**{**record["scene"], "things": things})


@torch.no_grad()
def accuracies(judge: Judge, pictures: np.ndarray, records, device) -> dict[str, float]:
    """Share of right verdicts on drawn pictures, by attribute, in percent."""
    right = defaultdict(list)
    for start in range(0, len(records), 100):
        found = judge(as_tensor(pictures[start : start + 100], device))
        for row, record in enumerate(records[start : start + 100]):
            for name, holds in verdict(finding(found, row), scene_of(record)).items():
                right[name].append(holds)
    return {name: round(100 * sum(v) / len(v), 1) for name, v in sorted(right.items())}


def train(target: int, minutes: float, learning_rate: float) -> None:
    """Draws the judge's pictures if need be, trains, saves and reports."""
    device = prepare_torch()
    if not is_drawn("judge-pictures"):
        draw_dataset(judging_plan(DRAWN))
    pictures, records = load_dataset("judge-pictures")
    truth = targets_of(records)
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
        rows = np.sort(rng.integers(0, len(pictures) - HELD_OUT, BATCH))
        with torch.autocast(device.type, torch.bfloat16):
            found = judge(as_tensor(pictures[rows], device))
        batch = truth[torch.from_numpy(rows)]
        on_device = Targets(**{name: value.to(device) for name, value in vars(batch).items()})
        found = Findings(**{name: value.float() for name, value in vars(found).items()})
        loss = _loss(found, on_device)
        loss.backward()
        optimizers.step(pace.learning_rate(learning_rate, warm_up=2000))
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if pace.advance(BATCH, f"loss {smooth:.3f}"):
            save()
    save()
    held_out = accuracies(judge.eval(), pictures[-HELD_OUT:], records[-HELD_OUT:], device)
    report("judge", pictures_seen=pace.seen, held_out_accuracy=held_out)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=600_000, learning_rate=1e-3)
    options = parser.parse_args()
    train(options.pictures, options.minutes, options.learning_rate)


if __name__ == "__main__":
    main()
