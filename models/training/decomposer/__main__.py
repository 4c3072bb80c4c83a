"""
Trains the decomposer and writes it as one ONNX file:
python -m training.decomposer FILE [--pictures 400000] [--minutes 30]
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from ..export.graphs import export_graph
from ..optimizer import Optimizers
from ..pace import Pace, add_pace_options
from ..settings import load_checkpoint, prepare_torch, report, save_checkpoint
from ..world.dataset import decomposition_plan, draw_dataset, is_drawn, load_dataset
from .networks import Decomposer, DecomposerGraph, Parts

DRAWN, HELD_OUT, BATCH = 20_000, 500, 16
WIDTH = 128


def _truth(strips: np.ndarray, device):
    """Pictures in 0..1 and their parts, from strips [B, H, 5 * 128, 3]."""
    cut = torch.from_numpy(np.array(strips)).to(device).permute(0, 3, 1, 2).split(WIDTH, 3)
    picture, lines, depth, segments, points = cut
    return picture / 255, Parts(
        lines=lines[:, :1] / 255,
        depth=depth[:, :1] / 255,
        segments=segments[:, 0].long(),
        points=points / 255,
    )


def _varied(pictures: torch.Tensor) -> torch.Tensor:
    """Other contrasts, tints and some noise: pictures that people draw are not the world's."""
    shape = (len(pictures), 3, 1, 1)
    gain = torch.empty(shape, device=pictures.device).uniform_(0.7, 1.3)
    shift = torch.empty(shape, device=pictures.device).uniform_(-0.15, 0.15)
    noise = torch.randn_like(pictures) * 0.03
    return ((pictures - 0.5) * gain + 0.5 + shift + noise).clamp(0, 1)


def _loss(found: Parts, truth: Parts) -> torch.Tensor:
    return (
        2 * F.binary_cross_entropy_with_logits(found.lines, truth.lines)
        + 2 * (found.depth - truth.depth).abs().mean()
        + 0.5 * F.cross_entropy(found.segments, truth.segments)
        # Skeletons are a few thin lines: a missed pixel weighs more than a stray one.
        + 5 * ((found.points - truth.points) ** 2 * (1 + 9 * truth.points)).mean()
    )


@torch.no_grad()
def errors(decomposer: Decomposer, strips: np.ndarray, device) -> dict[str, float]:
    """Lines F1, mean depth error, share of pixels in the right segment, and error of points."""
    rows = []
    for start in range(0, len(strips), BATCH):
        pictures, truth = _truth(strips[start : start + BATCH], device)
        found = decomposer(pictures)
        drawn, real = found.lines > 0, truth.lines > 0.5
        both = (drawn & real).sum().item()
        rows.append(
            (
                2 * both / max(1, drawn.sum().item() + real.sum().item()),
                (found.depth - truth.depth).abs().mean().item(),
                (found.segments.argmax(1) == truth.segments).float().mean().item(),
                (found.points - truth.points).abs().mean().item(),
            )
        )
    names = ("line_f1", "depth_error", "segment_accuracy", "point_error")
    values = zip(names, np.mean(rows, 0), strict=True)
    return {name: round(float(value), 4) for name, value in values}


def train(options) -> None:
    """Trains, saves, exports and reports."""
    device = prepare_torch()
    if not is_drawn("decompositions"):
        draw_dataset(decomposition_plan(DRAWN))
    strips, _ = load_dataset("decompositions")
    decomposer = Decomposer().to(device, memory_format=torch.channels_last)
    optimizers = Optimizers([decomposer])
    saved = load_checkpoint("decomposer", device) or {"seen": 0, "minutes": 0.0}
    if "decomposer" in saved:
        decomposer.load_state_dict(saved["decomposer"])
        optimizers.load_state_dict(saved["optimizers"])
    pace = Pace(options.pictures, options.minutes, saved["seen"], saved["minutes"])
    rng, smooth = np.random.default_rng(pace.seen), None

    def save() -> None:
        states = {"decomposer": decomposer.state_dict(), "optimizers": optimizers.state_dict()}
        save_checkpoint("decomposer", {**states, "seen": pace.seen, "minutes": pace.spent_minutes})

    while pace.running():
        rows = np.sort(rng.integers(0, len(strips) - HELD_OUT, BATCH))
        pictures, truth = _truth(strips[rows], device)
        with torch.autocast(device.type, torch.bfloat16):
            made = decomposer(_varied(pictures).contiguous(memory_format=torch.channels_last))
        loss = _loss(Parts(**{name: part.float() for name, part in vars(made).items()}), truth)
        loss.backward()
        optimizers.step(pace.learning_rate(options.learning_rate, warm_up=2000))
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if pace.advance(BATCH, f"loss {smooth:.4f}"):
            save()
    save()
    found = errors(decomposer.eval(), strips[-HELD_OUT:], device)
    report("decomposer", pictures_seen=pace.seen, **found)
    outputs = ["line", "depth", "segment", "pose"]
    plane = {0: "batch", 2: "height", 3: "width"}
    axes = {name: plane for name in ["picture", *outputs]}
    graph, inputs = DecomposerGraph(decomposer.cpu()), (torch.rand(1, 3, WIDTH, WIDTH),)
    export_graph(graph, inputs, options.file, ["picture"], outputs, axes)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    add_pace_options(parser, pictures=400_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
