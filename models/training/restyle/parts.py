"""The graphs of a folder that can learn, and the training of one."""

from pathlib import Path

import torch

from ..training_run import TrainingRun
from .folder_graph import FolderGraph

PARTS = {"unet": "unet/model.onnx", "decoder": "vae_decoder/model.onnx"}
SLOWEST = 0.998  # a short training: the average must not hold on to the old look


def load_part(folder: Path, part: str) -> TrainingRun:
    """The training of the part `unet` or `decoder` of a folder, as far as it is."""
    network = FolderGraph(folder / PARTS[part]).to(memory_format=torch.channels_last)
    # What began under Adam goes on under Adam: Muon would turn the weights first.
    return TrainingRun(
        f"restyle-{part}", {part: network}, "cpu", keep_adam=("learned",), slowest=SLOWEST
    )
