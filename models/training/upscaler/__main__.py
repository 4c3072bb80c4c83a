"""
Trains the upscaler and writes it as a folder with one ONNX file:
python -m training.upscaler FOLDER [--pictures 100000] [--minutes 30]
"""

import argparse
import math
from pathlib import Path

import torch
from torch.nn import functional as F

from ..export.graphs import export_graph
from ..optimizer import Optimizers
from ..pace import Pace, Smooth, add_pace_options
from ..parallel import rank
from ..settings import (
    autocast,
    batch_for,
    load_checkpoint,
    prepare_torch,
    report,
    save_checkpoint,
)
from .crops import Crops
from .networks import SCALE, Upscaler


def _psnr_db(made: torch.Tensor, real: torch.Tensor) -> float:
    return -10 * math.log10(F.mse_loss(made.clamp(0, 1), real).item())


@torch.no_grad()
def gain_db(upscaler: Upscaler, crops: Crops) -> dict[str, float]:
    """PSNR of the upscaler and of a bicubic zoom on pictures that training never saw."""
    figures = {}
    for kind, small, large in crops.held_out():
        bicubic = F.interpolate(small, scale_factor=SCALE, mode="bicubic")
        made = torch.cat([upscaler(part) for part in small.split(5)])
        figures[f"{kind}_psnr_db"] = round(_psnr_db(made, large), 2)
        figures[f"{kind}_bicubic_db"] = round(_psnr_db(bicubic, large), 2)
    return figures


def export(upscaler: Upscaler, folder: Path) -> None:
    """Writes model.onnx: `input` [B, 3, h, w] in 0..1 to `output`, four times larger."""
    plane = {0: "batch", 2: "height", 3: "width"}
    large = {0: "batch", 2: "large_height", 3: "large_width"}
    inputs, axes = (torch.rand(1, 3, 64, 64),), {"input": plane, "output": large}
    export_graph(upscaler, inputs, folder / "model.onnx", ["input"], ["output"], axes)


def train(options) -> None:
    """Trains, saves, exports and reports."""
    device = prepare_torch()
    upscaler = Upscaler().to(device, memory_format=torch.channels_last)
    optimizers = Optimizers([upscaler])
    if saved := load_checkpoint("upscaler", device):
        upscaler.load_state_dict(saved["upscaler"])
        optimizers.load_state_dict(saved["optimizers"])
    batch = options.batch or batch_for(device, on_processor=16, on_card=256)
    pace = Pace(options, saved)
    torch.manual_seed(pace.seen + rank())
    crops, smooth = Crops(device), Smooth()

    def save() -> None:
        states = {"upscaler": upscaler.state_dict(), "optimizers": optimizers.state_dict()}
        save_checkpoint("upscaler", {**states, "seen": pace.seen, "minutes": pace.spent_minutes})

    while pace.running():
        small, large = crops.pick(batch)
        with autocast(device):
            made = upscaler(small.contiguous(memory_format=torch.channels_last)).float()
        loss = F.l1_loss(made, large)
        loss.backward()
        optimizers.step(pace.learning_rate(options.learning_rate, warm_up=2000))
        smooth.add(loss)
        if pace.advance(batch, lambda: f"error {float(smooth):.4f}"):
            save()
    save()
    if rank() > 0:
        return
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("upscaler", **figures, **gain_db(upscaler.eval(), crops))
    export(upscaler.cpu(), options.folder)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    add_pace_options(parser, pictures=100_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
