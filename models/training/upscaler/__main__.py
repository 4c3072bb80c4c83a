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
from ..pace import add_pace_options
from ..parallel import rank
from ..settings import autocast, batch_for, prepare_torch, report
from ..training_run import TrainingRun
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
    run, crops = TrainingRun("upscaler", {"upscaler": upscaler}, device), Crops(device)

    def loss_of(count: int):
        small, large = crops.pick(count)
        with autocast(device):
            made = upscaler(small.contiguous(memory_format=torch.channels_last)).float()
        loss = F.l1_loss(made, large)
        return loss, loss

    batch = options.batch or batch_for(device, on_processor=16, on_card=256)
    figures = run.sit(options, batch, loss_of, warm_up=2000)
    learned = run.average.networks["upscaler"]
    report("upscaler", **figures, **gain_db(learned, crops))
    if rank() == 0:
        export(learned.cpu(), options.folder)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    add_pace_options(parser, pictures=100_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
