"""A moving average of the weights, which is what is used and shipped."""

import copy

import torch
from torch import nn

SLOWEST = 0.9993  # what is kept of the average at an update


class WeightAverage:
    """Averages of some networks' parameters, warmed up and then slow; buffers are copied."""

    def __init__(self, networks: dict[str, nn.Module], slowest: float = SLOWEST):
        self.source = networks
        self.networks = {k: copy.deepcopy(n).eval() for k, n in networks.items()}
        self.slowest, self.updates = slowest, 0

    @torch.no_grad()
    def update(self) -> None:
        """Moves the averages towards the present weights."""
        self.updates += 1
        keep = min(self.slowest, (1 + self.updates) / (10 + self.updates))
        for name, network in self.source.items():
            averages = list(self.networks[name].parameters())
            torch._foreach_lerp_(averages, list(network.parameters()), 1 - keep)
            for copied, buffer in zip(
                self.networks[name].buffers(), network.buffers(), strict=True
            ):
                copied.copy_(buffer)
