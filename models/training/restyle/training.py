"""One graph of a folder that learns: its optimizer, its average and its checkpoint."""

from pathlib import Path

import torch
from torch import nn

from ..parallel import average_gradients
from ..settings import load_checkpoint, save_checkpoint
from ..text_to_image.average import WeightAverage
from .folder_graph import FolderGraph

GRAPHS = {"unet": "unet/model.onnx", "decoder": "vae_decoder/model.onnx"}
SLOWEST_AVERAGE = 0.998  # a short training: the average must not hold on to the old look


class Restyling:
    """The part `unet` or `decoder` of a folder; it picks up its own checkpoint where there is one."""

    def __init__(self, folder: Path, part: str):
        self.name = f"restyle-{part}"
        self.network = FolderGraph(folder / GRAPHS[part])
        self.network.to(memory_format=torch.channels_last)
        self.average = WeightAverage({part: self.network}, SLOWEST_AVERAGE)
        self.averaged = self.average.networks[part]
        # What began under Adam goes on under Adam: Muon would turn the weights first.
        self.optimizer = torch.optim.AdamW(self.network.parameters(), betas=(0.9, 0.99))
        self.progress = {"seen": 0, "minutes": 0.0}
        if saved := load_checkpoint(self.name):
            self.network.load_state_dict(saved["weights"])
            self.averaged.load_state_dict(saved["average"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average.updates = saved["updates"]
            self.progress = {key: saved[key] for key in ("seen", "minutes")}

    def step(self, loss: torch.Tensor, learning_rate: float) -> None:
        """One update against a loss."""
        loss.backward()
        average_gradients(list(self.network.parameters()))
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.average.update()

    def save(self, pace) -> None:
        """Writes the checkpoint."""
        save_checkpoint(
            self.name,
            {
                "weights": self.network.state_dict(),
                "average": self.averaged.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "updates": self.average.updates,
                "seen": pace.seen,
                "minutes": pace.spent_minutes,
            },
        )
