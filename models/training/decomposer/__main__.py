"""
Trains the decomposer and writes it with its config:
python -m training.decomposer FOLDER [--pictures 100000] [--minutes 30]
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from ..export.graphs import export_graph
from ..pace import add_pace_options
from ..parallel import rank
from ..settings import autocast, batch_for, prepare_torch, report
from ..training_run import TrainingRun
from ..world.conditions import segment_colour
from ..world.dataset import draw_missing, held_out, load_dataset
from ..world.plans import decomposition_plan
from ..world.rows import Rows
from ..world.truth import SEGMENT_NAMES
from .measure import decided, errors
from .networks import KEEP_ADAM, Decomposer, DecomposerGraph, Parts

DRAWN, BATCH = 14_000, 16
WIDTH = 128
OUTPUTS = ["line", "depth", "segment", "pose", "face", "hand"]
FIGURES = OUTPUTS[3:]
POINT_WEIGHT = 8.0
ENOUGH_BONES = 30  # percent, F1: who finds fewer should not be asked for them


def _truth(pairs: np.ndarray | torch.Tensor, device):
    """Pictures in 0..1 and their parts, from `decomposition` images [B, H, 256, 3]."""
    pairs = torch.as_tensor(np.array(pairs)) if isinstance(pairs, np.ndarray) else pairs
    both = pairs.to(device).permute(0, 3, 1, 2)
    picture, truth = both.split(WIDTH, 3)
    return picture / 255, Parts(
        lines=(truth[:, 1:2] >= 128).float(),
        depth=truth[:, 2:] / 255,
        segments=truth[:, 0].long(),
        points=truth[:, 1].long() % 128,
    )


def _varied(pictures: torch.Tensor) -> torch.Tensor:
    """Other contrasts, tints, softness and noise: pictures that people draw are not the world's."""
    shape = (len(pictures), 3, 1, 1)
    gain = torch.empty(shape, device=pictures.device).uniform_(0.75, 1.25)
    shift = torch.empty(shape, device=pictures.device).uniform_(-0.1, 0.1)
    if torch.rand(()) < 0.3:
        side = int(torch.randint(72, 116, ()))
        small = F.interpolate(pictures, (side, side), mode="bilinear", antialias=True)
        pictures = F.interpolate(small, pictures.shape[2:], mode="bicubic")
    noise = torch.randn_like(pictures[:1]) * 0.03
    return ((pictures - 0.5) * gain + 0.5 + shift + noise).clamp(0, 1)


def _loss(found: Parts, truth: Parts) -> torch.Tensor:
    # Skeletons are a few thin lines: a pixel of one weighs more than one of the background.
    weights = torch.full((found.points.shape[1],), POINT_WEIGHT, device=found.points.device)
    weights[0] = 1
    return (
        2 * F.binary_cross_entropy_with_logits(found.lines, truth.lines)
        + 2 * (found.depth - truth.depth).abs().mean()
        + 0.5 * F.cross_entropy(found.segments, truth.segments)
        + F.cross_entropy(found.points, truth.points, weights)
    )


@torch.no_grad()
def held_out_errors(decomposer: Decomposer, pairs: np.ndarray, device) -> dict[str, float]:
    """Errors on pictures that training has not seen."""
    found, real = [], []
    for start in range(0, len(pairs), BATCH):
        pictures, truth = _truth(pairs[start : start + BATCH], device)
        found.append(decided(decomposer(pictures)))
        real.append(Parts(**{**vars(truth), "lines": truth.lines[:, 0] > 0.5}))
    join = lambda parts: Parts(  # noqa: E731
        **{name: torch.cat([getattr(p, name) for p in parts]).cpu() for name in vars(parts[0])}
    )
    return errors(join(found), join(real))


def export(decomposer: Decomposer, folder: Path, bone_f1: float) -> None:
    """Writes model.onnx and config.json (docs/decisions/0031-decomposer-contract.md)."""
    plane = {0: "batch", 2: "height", 3: "width"}
    axes = {name: plane for name in ["picture", *OUTPUTS]}
    inputs = (torch.rand(1, 3, WIDTH, WIDTH),)
    graph = DecomposerGraph(decomposer)
    export_graph(graph, inputs, folder / "model.onnx", ["picture"], OUTPUTS, axes)
    segments = [{"name": name, "colour": segment_colour(name)} for name in SEGMENT_NAMES]
    lines = ",\n".join(f"    {json.dumps(segment)}" for segment in segments)
    found = [name for name in OUTPUTS if name not in FIGURES or bone_f1 >= ENOUGH_BONES]
    head = json.dumps({"multiple_of": 16, "outputs": found})[:-1]
    (folder / "config.json").write_text(f'{head}, "segments": [\n{lines}\n]}}\n')


def train(options) -> None:
    """Trains, saves, exports and reports."""
    device = prepare_torch()
    draw_missing(decomposition_plan(DRAWN))
    pairs, _ = load_dataset("decompositions")
    kept = held_out(len(pairs))
    decomposer = Decomposer().to(device, memory_format=torch.channels_last)
    run = TrainingRun("decomposer", {"decomposer": decomposer}, device, keep_adam=KEEP_ADAM)
    lessons = Rows(pairs[:-kept], device)

    def loss_of(count: int):
        pictures, truth = _truth(lessons.random(count)[1], device)
        with autocast(device):
            made = decomposer(_varied(pictures).contiguous(memory_format=torch.channels_last))
        loss = _loss(Parts(**{name: part.float() for name, part in vars(made).items()}), truth)
        return loss, loss

    batch = options.batch or batch_for(device, on_processor=16, on_card=128)
    figures = run.sit(options, batch, loss_of, warm_up=2000)
    learned = run.average.networks["decomposer"]
    figures |= held_out_errors(learned, pairs[-kept:], device)
    report("decomposer", **figures)
    if rank() == 0:
        export(learned.cpu(), options.folder, figures["bone_f1"])


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    add_pace_options(parser, pictures=100_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
