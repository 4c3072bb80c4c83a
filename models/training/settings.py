"""Where training keeps its state, and how it uses the processor or the graphics card."""

import json
import os
import random
import time
from functools import cache
from pathlib import Path

import numpy as np

SEED = 20260
PACKAGE_DIR = Path(__file__).parent


def state_dir() -> Path:
    """Folder of art, pictures and checkpoints; EASEL_TRAINING_DIR, outside the repository."""
    default = Path.home() / ".cache" / "easel-training"
    folder = Path(os.environ.get("EASEL_TRAINING_DIR", default))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def models_dir() -> Path:
    """Folder of the finished models and their report; EASEL_MODELS_DIR, as for the site."""
    return Path(os.environ.get("EASEL_MODELS_DIR", PACKAGE_DIR.parent)).resolve()


def prepare_torch(seed: int = SEED):
    """Fixes every seed and the thread count; returns the device: CUDA where there is one."""
    import torch

    from .parallel import group_size, join_group, rank

    join_group()
    random.seed(seed + rank())
    np.random.seed(seed + rank())
    torch.manual_seed(seed)
    threads = "2" if group_size() == 1 else "1"
    torch.set_num_threads(int(os.environ.get("EASEL_TRAINING_THREADS", threads)))
    torch.set_float32_matmul_precision("high")
    torch.backends.cudnn.benchmark = True
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@cache
def multiplies_bfloat16(device) -> bool:
    """
    Whether a device is faster in bfloat16. A processor may have instructions for it and still be
    slower than in float32, and without them it is ten times slower, so it is timed.
    """
    import torch
    from torch.nn import functional as F

    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    features, weights = torch.ones(4, 160, 16, 16), torch.ones(160, 160, 3, 3)

    def seconds(dtype) -> float:
        operands = features.to(dtype), weights.to(dtype)
        times = []
        for _ in range(5):
            started = time.perf_counter()
            F.conv2d(*operands, padding=1)
            times.append(time.perf_counter() - started)
        return min(times)

    return seconds(torch.bfloat16) < 0.8 * seconds(torch.float32)


def autocast(device):
    """Mixed precision, where the device is faster with it."""
    import torch

    return torch.autocast(device.type, torch.bfloat16, enabled=multiplies_bfloat16(device))


def batch_for(device, on_processor: int, on_card: int) -> int:
    """Pictures a step: a graphics card needs many at once, a processor learns sooner from few."""
    return on_card if device.type == "cuda" else on_processor


def compile_for(device, *networks) -> None:
    """
    Compiles networks for a graphics card, which would otherwise wait for Python between their
    many small steps; a processor gains nothing. What cannot be compiled runs as it is.
    """
    import torch

    if device.type == "cuda":
        torch._dynamo.config.suppress_errors = True
        for network in networks:
            network.compile(dynamic=False)


def report(stage: str, **figures) -> None:
    """Writes a stage's figures to report.json in the state folder, replacing its older ones."""
    from .parallel import rank

    if rank() > 0:
        return
    path = state_dir() / "report.json"
    figures_by_stage = json.loads(path.read_text()) if path.exists() else {}
    figures_by_stage[stage] = {**figures, "written": time.strftime("%Y-%m-%d %H:%M")}
    path.write_text(json.dumps(figures_by_stage, indent=2) + "\n")
    print(stage, json.dumps(figures))


def save_checkpoint(name: str, state: dict) -> None:
    """Writes NAME.pt in the state folder, whole or not at all; the first process does."""
    import torch

    from .parallel import rank

    if rank() > 0:
        return
    path = state_dir() / f"{name}.pt"
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


def load_checkpoint(name: str, device="cpu") -> dict | None:
    """What `save_checkpoint` wrote, or None before the first."""
    import torch

    path = state_dir() / f"{name}.pt"
    return torch.load(path, map_location=device) if path.exists() else None
