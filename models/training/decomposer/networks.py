"""A small U-shaped network with one head for each kind of truth."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from ..world.conditions import segment_colour
from ..world.truth import SEGMENT_NAMES

WIDTHS = (24, 48, 96, 128)


@dataclass
class Parts:
    """Logits of lines [B, 1, H, W] and segments [B, K, H, W]; depth and points in 0..1."""

    lines: torch.Tensor
    depth: torch.Tensor
    segments: torch.Tensor
    points: torch.Tensor


def _block(inputs: int, outputs: int) -> nn.Sequential:
    layers = []
    for channels in (inputs, outputs):
        layers += [nn.Conv2d(channels, outputs, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
    return nn.Sequential(*layers)


class Decomposer(nn.Module):
    """Pictures [B, 3, H, W] in 0..1, sides a multiple of 8, to parts."""

    def __init__(self):
        super().__init__()
        channels = (3, *WIDTHS)
        self.down = nn.ModuleList(_block(a, b) for a, b in zip(channels, WIDTHS, strict=False))
        upper, lower = WIDTHS[:-1], WIDTHS[1:]
        self.up = nn.ModuleList(_block(a + b, a) for a, b in zip(upper, lower, strict=False))
        self.head = nn.Conv2d(WIDTHS[0], 1 + 1 + 3 + len(SEGMENT_NAMES), 1)

    def forward(self, pictures: torch.Tensor) -> Parts:
        """Parts of a batch."""
        levels, x = [], pictures * 2 - 1
        for level, block in enumerate(self.down):
            x = block(F.max_pool2d(x, 2) if level else x)
            levels.append(x)
        for level in reversed(range(len(self.up))):
            larger = F.interpolate(x, scale_factor=2, mode="nearest")
            x = self.up[level](torch.cat([levels[level], larger], 1))
        out = self.head(x)
        return Parts(out[:, :1], out[:, 1:2].sigmoid(), out[:, 5:], out[:, 2:5].sigmoid())


class DecomposerGraph(nn.Module):
    """A picture in 0..1 -> line, depth, segment and pose pictures in 0..1, all [B, 3, H, W]."""

    def __init__(self, decomposer: Decomposer):
        super().__init__()
        self.decomposer = decomposer
        colours = torch.tensor([segment_colour(name) for name in SEGMENT_NAMES]) / 255
        self.register_buffer("colours", colours)

    def forward(self, pictures):
        """The four pictures."""
        parts = self.decomposer(pictures)
        segments = self.colours[parts.segments.argmax(1)].permute(0, 3, 1, 2)
        line = parts.lines.sigmoid().repeat(1, 3, 1, 1)
        return line, parts.depth.repeat(1, 3, 1, 1), segments, parts.points
