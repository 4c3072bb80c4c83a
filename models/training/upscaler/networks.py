"""A compact upscaling network: all work at the small size, then one shuffle to the large."""

import torch
from diffusers.models.controlnets.controlnet import zero_module
from torch import nn
from torch.nn import functional as F

SCALE = 4


class Upscaler(nn.Module):
    """Pictures [B, 3, h, w] in 0..1 to [B, 3, 4h, 4w]; it learns what to add to a bicubic zoom."""

    def __init__(self, width: int = 32, depth: int = 8):
        super().__init__()
        layers = [nn.Conv2d(3, width, 3, padding=1), nn.PReLU(width)]
        for _ in range(depth):
            layers += [nn.Conv2d(width, width, 3, padding=1), nn.PReLU(width)]
        last = zero_module(nn.Conv2d(width, 3 * SCALE**2, 3, padding=1))
        self.layers = nn.Sequential(*layers, last, nn.PixelShuffle(SCALE))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """The larger pictures."""
        plain = F.interpolate(pictures, scale_factor=SCALE, mode="bicubic")
        return plain + self.layers(pictures)
