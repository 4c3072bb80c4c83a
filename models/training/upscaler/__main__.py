"""
Trains the upscaler and writes it as one ONNX file:
python -m training.upscaler FILE [--pictures 40000] [--minutes 30]
"""

import argparse
import math
from pathlib import Path

import torch
from torch.nn import functional as F

from ..export.graphs import export_graph
from ..optimizer import Optimizers
from ..pace import Pace, add_pace_options
from ..settings import load_checkpoint, prepare_torch, report, save_checkpoint
from .crops import Crops
from .networks import SCALE, Upscaler

PICTURES_PER_STEP = 2
TESTED = 10  # pictures of the measurement, drawn from a seed that training does not use


@torch.no_grad()
def gain_db(upscaler: Upscaler, device) -> dict[str, float]:
    """PSNR of the upscaler and of a bicubic zoom on pictures that training has not drawn."""
    small, large = Crops(device, seed=-1).pick(TESTED)
    bicubic = F.interpolate(small, scale_factor=SCALE, mode="bicubic")
    psnr = lambda made: -10 * math.log10(F.mse_loss(made.clamp(0, 1), large))  # noqa: E731
    return {"psnr_db": round(psnr(upscaler(small)), 2), "bicubic_db": round(psnr(bicubic), 2)}


def train(options) -> None:
    """Trains, saves, exports and reports."""
    device = prepare_torch()
    upscaler = Upscaler().to(device, memory_format=torch.channels_last)
    optimizers = Optimizers([upscaler])
    saved = load_checkpoint("upscaler", device) or {"seen": 0, "minutes": 0.0}
    if "upscaler" in saved:
        upscaler.load_state_dict(saved["upscaler"])
        optimizers.load_state_dict(saved["optimizers"])
    pace = Pace(options.pictures, options.minutes, saved["seen"], saved["minutes"])
    crops, smooth = Crops(device, pace.seen), None

    def save() -> None:
        states = {"upscaler": upscaler.state_dict(), "optimizers": optimizers.state_dict()}
        save_checkpoint("upscaler", {**states, "seen": pace.seen, "minutes": pace.spent_minutes})

    while pace.running():
        small, large = crops.pick(PICTURES_PER_STEP)
        with torch.autocast(device.type, torch.bfloat16):
            made = upscaler(small.contiguous(memory_format=torch.channels_last)).float()
        loss = F.l1_loss(made, large)
        loss.backward()
        optimizers.step(pace.learning_rate(options.learning_rate, warm_up=500))
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if pace.advance(PICTURES_PER_STEP, f"error {smooth:.4f}"):
            save()
    save()
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("upscaler", **figures, **gain_db(upscaler, device))
    plane = {0: "batch", 2: "height", 3: "width"}
    large = {0: "batch", 2: "large_height", 3: "large_width"}
    inputs, axes = (torch.rand(1, 3, 64, 64),), {"input": plane, "output": large}
    export_graph(upscaler.cpu(), inputs, options.file, ["input"], ["output"], axes)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    add_pace_options(parser, pictures=40_000, learning_rate=1e-3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
