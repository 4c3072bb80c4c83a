"""Where training keeps its state, and how it uses the processor or the graphics card."""

import json
import os
import random
import time
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
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


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
    """Writes NAME.pt in the state folder, whole or not at all; of several processes the first does."""
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
