"""Encoder and decoder networks, 8 times smaller each way."""

import torch
from diffusers.models.controlnets.controlnet import zero_module
from torch import nn
from torch.nn import functional as F

LATENT_CHANNELS = 4
WIDTHS = (32, 64, 160)


def _convolution(inputs: int, outputs: int) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1)


class Residual(nn.Module):
    """Two convolutions added to their input; the second starts at zero."""

    def __init__(self, channels: int):
        super().__init__()
        self.first = _convolution(channels, channels)
        self.second = zero_module(_convolution(channels, channels))

    def forward(self, x):
        """[B, C, H, W] to the same shape."""
        return x + self.second(F.silu(self.first(F.silu(x))))


class Encoder(nn.Module):
    """Pictures [B, 3, H, W] in -1..1 to the mean and log variance, [B, 4, H/8, W/8] each."""

    def __init__(self, widths=WIDTHS):
        super().__init__()
        a, b, c = widths
        self.layers = nn.Sequential(
            nn.PixelUnshuffle(2),
            _convolution(12, a),
            Residual(a),
            nn.Conv2d(a, b, 3, stride=2, padding=1),
            Residual(b),
            Residual(b),
            nn.Conv2d(b, c, 3, stride=2, padding=1),
            *[Residual(c) for _ in range(3)],
            nn.SiLU(),
            _convolution(c, 2 * LATENT_CHANNELS),
        )

    def forward(self, pictures):
        """Mean and log variance."""
        mean, log_variance = self.layers(pictures).chunk(2, 1)
        return mean, log_variance.clamp(-12, 4)


class Decoder(nn.Module):
    """Latents [B, 4, h, w] to pictures [B, 3, 8h, 8w], about -1..1."""

    def __init__(self, widths=WIDTHS):
        super().__init__()
        a, b, c = widths
        self.layers = nn.Sequential(
            _convolution(LATENT_CHANNELS, c),
            *[Residual(c) for _ in range(4)],
            nn.Upsample(scale_factor=2, mode="nearest"),
            _convolution(c, b),
            *[Residual(b) for _ in range(3)],
            nn.Upsample(scale_factor=2, mode="nearest"),
            _convolution(b, a),
            *[Residual(a) for _ in range(3)],
            nn.SiLU(),
            _convolution(a, 12),
            nn.PixelShuffle(2),
        )

    def forward(self, latents):
        """Pictures."""
        return self.layers(latents)


def standardise(mean, log_variance, statistics):
    """Moves latents to zero mean and unit scale per channel, [1, 4, 1, 1] statistics each."""
    offset, scale = statistics["mean"], statistics["deviation"]
    return (mean - offset) / scale, log_variance - 2 * torch.log(scale)


def as_encoded(latents, statistics):
    """The way back from `standardise`: latents as the decoder takes them."""
    return latents * statistics["deviation"] + statistics["mean"]
