"""Networks, optimizers and averages of a text-to-image training, and their checkpoint."""

import torch

from ..optimizer import Optimizers
from ..pace import Pace
from ..settings import load_checkpoint, save_checkpoint
from .average import SLOWEST, WeightAverage
from .networks import build_text_encoder, build_unet

# Tables and first and last layers are no matrices that mix features: AdamW trains them.
KEEP_ADAM = ("embedding", "conv_in", "conv_out")


def build_networks(tokenizer, device) -> dict:
    """A new text encoder and UNet."""
    text_encoder = build_text_encoder(tokenizer).to(device)
    # On a processor the fused attention kernel's way back takes three times as long.
    text_encoder.set_attn_implementation("eager")
    return {
        "text_encoder": text_encoder,
        "unet": build_unet().to(device, memory_format=torch.channels_last),
    }


def load_average(name: str, device) -> dict[str, dict]:
    """The averaged weights of a checkpoint, by network."""
    saved = load_checkpoint(name, device)
    if saved is None:
        raise FileNotFoundError(f"There is no checkpoint {name}: train it first")
    return saved["average"]


class Training:
    """
    What one run trains: networks, their optimizers and their average. It picks up its own
    checkpoint where there is one, and otherwise starts from the averaged weights of the checkpoint
    `start_from`, or from the networks as they are.
    """

    def __init__(
        self,
        name: str,
        networks: dict,
        device,
        start_from: str | None = None,
        keep_adam: tuple[str, ...] = KEEP_ADAM,
        slowest: float = SLOWEST,
    ):
        self.name, self.networks = name, networks
        saved = load_checkpoint(name, device)
        if saved is None and start_from:
            for part, weights in load_average(start_from, device).items():
                networks[part].load_state_dict(weights)
        self.optimizers = Optimizers(list(networks.values()), keep_adam)
        self.average = WeightAverage(networks, slowest)
        self.progress = {"seen": 0, "minutes": 0.0}
        if saved:
            self._restore(saved)

    def _restore(self, saved: dict) -> None:
        for part, network in self.networks.items():
            network.load_state_dict(saved["weights"][part])
            self.average.networks[part].load_state_dict(saved["average"][part])
        self.optimizers.load_state_dict(saved["optimizers"])
        self.average.updates = saved["updates"]
        self.progress = {part: saved[part] for part in ("seen", "minutes")}

    def save(self, pace: Pace) -> None:
        """Writes the checkpoint."""
        average = self.average.networks
        state = {
            "weights": {part: network.state_dict() for part, network in self.networks.items()},
            "average": {part: network.state_dict() for part, network in average.items()},
            "optimizers": self.optimizers.state_dict(),
            "updates": self.average.updates,
            "seen": pace.seen,
            "minutes": pace.spent_minutes,
        }
        save_checkpoint(self.name, state)
