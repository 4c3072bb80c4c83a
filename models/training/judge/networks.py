"""A small convolutional network that finds each subject and names everything else."""

from dataclasses import dataclass

import torch
from diffusers.models.controlnets.controlnet import zero_module
from torch import nn

from ..world.vocabulary import COLOUR_NAMES, ENVIRONMENTS, LIGHT_NAMES, LOOKS, STYLES, SUBJECTS

MOST = 4  # largest count
KEEP_ADAM = ("where", "colour", "whole")  # tables of classes, which are AdamW's


@dataclass
class Findings:
    """
    Scores of a batch. presence [B, S], x and y [B, S] in 0..1 of the picture, colour [B, S, 13],
    and one row of logits a picture for count, environment, light, style; looks are independent.
    """

    presence: torch.Tensor
    x: torch.Tensor
    y: torch.Tensor
    colour: torch.Tensor
    count: torch.Tensor
    environment: torch.Tensor
    light: torch.Tensor
    style: torch.Tensor
    looks: torch.Tensor
    features: torch.Tensor


def _block(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class Judge(nn.Module):
    """
    Pictures [B, 3, 128, 128] in -1..1 to findings; the map of features is 16 x 16. Coarser maps of
    8 x 8 and 4 x 4 are added to it, for a subject may fill the picture; what adds starts at zero.
    """

    def __init__(self, width: int = 128):
        super().__init__()
        self.trunk = nn.Sequential(
            nn.PixelUnshuffle(2),
            _block(12, 32, 1),
            _block(32, 64, 2),
            _block(64, 64, 1),
            _block(64, width, 2),
            _block(width, width, 1),
            _block(width, width, 1),
        )
        self.closer = nn.Sequential(
            _block(width, width, 1), zero_module(nn.Conv2d(width, width, 3, padding=1))
        )
        self.wide = nn.Sequential(_block(width, 2 * width, 2), _block(2 * width, 2 * width, 1))
        self.widest = nn.Sequential(
            _block(2 * width, 2 * width, 2),
            _block(2 * width, 2 * width, 1),
            zero_module(nn.ConvTranspose2d(2 * width, 2 * width, 2, stride=2)),
        )
        self.where = nn.Conv2d(width, len(SUBJECTS), 1)
        self.deep = nn.ConvTranspose2d(2 * width, width, 2, stride=2)
        self.colour = nn.Linear(width, len(COLOUR_NAMES))
        sizes = [MOST, len(ENVIRONMENTS), len(LIGHT_NAMES), len(STYLES), len(LOOKS)]
        self.whole = nn.ModuleList(nn.Linear(4 * width, size) for size in sizes)

    def forward(self, pictures: torch.Tensor) -> Findings:
        """Findings of a batch."""
        near = self.trunk(pictures)
        near = near + self.closer(near)
        wide = self.wide(near)
        wide = wide + self.widest(wide)
        mixed = near + self.deep(wide)
        scores = self.where(mixed).float()
        attention = scores.flatten(2).softmax(-1)
        height, width = scores.shape[2:]
        rows = (torch.arange(height, device=scores.device) + 0.5) / height
        columns = (torch.arange(width, device=scores.device) + 0.5) / width
        grid = attention.unflatten(2, (height, width))
        seen = torch.einsum("bsn,bcn->bsc", attention, mixed.flatten(2).float())
        features = torch.cat([wide.mean((2, 3)), wide.amax((2, 3))], 1).float()
        count, environment, light, style, looks = (head(features) for head in self.whole)
        return Findings(
            presence=scores.amax((2, 3)),
            x=(grid.sum(2) * columns).sum(-1),
            y=(grid.sum(3) * rows).sum(-1),
            colour=self.colour(seen),
            count=count,
            environment=environment,
            light=light,
            style=style,
            looks=looks,
            features=features,
        )
