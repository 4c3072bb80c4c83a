"""A small U-shaped network that tells each pixel's line, depth, segment and point."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from ..world.conditions import BONES, POINT_CLASSES, point_colour, segment_colour
from ..world.truth import SEGMENT_NAMES

WIDTHS = (32, 64, 128, 192)
# The last layer is a table of classes, most of them rare: AdamW gives each row steps of its own.
KEEP_ADAM = ("head",)
CHANNELS = (1, 1, len(SEGMENT_NAMES), len(POINT_CLASSES))


@dataclass
class Parts:
    """Logits of lines [B, 1, H, W], segments and points [B, K, H, W]; depth in 0..1."""

    lines: torch.Tensor
    depth: torch.Tensor
    segments: torch.Tensor
    points: torch.Tensor


def _block(*channels: int) -> nn.Sequential:
    layers = []
    for inputs, outputs in zip(channels, channels[1:], strict=False):
        layers += [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
    return nn.Sequential(*layers)


class Decomposer(nn.Module):
    """
    Pictures [B, 3, H, W] in 0..1, sides a multiple of 16, to parts. It works on squares of 2 x 2
    pixels, folded into channels, and unfolds its answer. On the way up what comes from below is
    added, not appended: that halves the work.
    """

    def __init__(self):
        super().__init__()
        channels = (12, *WIDTHS)
        self.down = nn.ModuleList(_block(a, b, b) for a, b in zip(channels, WIDTHS, strict=False))
        upper, lower = WIDTHS[:-1], WIDTHS[1:]
        pairs = list(zip(upper, lower, strict=True))
        self.narrow = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairs)
        self.up = nn.ModuleList(_block(a, a) for a, _ in pairs)
        self.head = nn.Conv2d(WIDTHS[0], 4 * sum(CHANNELS), 1)

    def forward(self, pictures: torch.Tensor) -> Parts:
        """Parts of a batch."""
        levels, x = [], F.pixel_unshuffle(pictures * 2 - 1, 2)
        for level, block in enumerate(self.down):
            x = block(F.max_pool2d(x, 2) if level else x)
            levels.append(x)
        for level in reversed(range(len(self.up))):
            below = F.interpolate(self.narrow[level](x), scale_factor=2, mode="nearest")
            x = self.up[level](levels[level] + below)
        lines, depth, segments, points = F.pixel_shuffle(self.head(x), 2).split(CHANNELS, 1)
        return Parts(lines, depth.sigmoid(), segments, points)


def likeliest_points(points: torch.Tensor) -> torch.Tensor:
    """
    The class of each pixel, [B, H, W], from logits [B, K, H, W]: something, where all that it can
    be is likelier together than nothing. Neighbouring bones share a pixel's likelihood.
    """
    nothing, something = points[:, 0], points[:, 1:]
    return torch.where(something.logsumexp(1) > nothing, something.argmax(1) + 1, 0)


class DecomposerGraph(nn.Module):
    """
    A picture in 0..1 -> line, depth, segment, pose, face and hand pictures in 0..1, all
    [B, 3, H, W], as `world/conditions.py` draws them.
    """

    def __init__(self, decomposer: Decomposer):
        super().__init__()
        self.decomposer = decomposer
        segments = torch.tensor([segment_colour(name) for name in SEGMENT_NAMES]) / 255
        self.register_buffer("segment_colours", segments)
        for kind in BONES:
            own = [c if c[0] == kind else POINT_CLASSES[0] for c in POINT_CLASSES]
            colours = torch.tensor([point_colour(*each) for each in own]) / 255
            self.register_buffer(f"{kind}_colours", colours)

    def forward(self, picture):
        """The six pictures."""
        parts = self.decomposer(picture)
        line = (parts.lines > 0).float().expand(-1, 3, -1, -1)
        segment = self.segment_colours[parts.segments.argmax(1)].permute(0, 3, 1, 2)
        point = likeliest_points(parts.points)
        figures = (getattr(self, f"{kind}_colours")[point].permute(0, 3, 1, 2) for kind in BONES)
        return line, parts.depth.expand(-1, 3, -1, -1), segment, *figures
