"""
Names what each latent shows, from the features that the UNet draws it with. Features that have to
tell what is where learn it sooner than from the error of the picture alone (S. Yu et al.,
"Representation alignment for generation", 2025, whose truth is another network's features; here
it is the drawing's own). It helps to train and is left behind after it.
"""

from collections.abc import Callable

import torch
from torch import nn
from torch.nn import functional as F

from ..judge.networks import COLOUR_NAMES
from ..world.vocabulary import ENVIRONMENTS, STYLES, SUBJECTS
from .networks import UNET

NOT_SAID = -100  # what cross-entropy leaves out
MOST_SPOTS = 4
WHAT = [*SUBJECTS, *ENVIRONMENTS]
BACKGROUND_WEIGHT = 0.25


class Naming(nn.Module):
    """
    Features [B, 160, h, w] to logits [B, classes, h, w] of what is there (a subject, or the
    environment), of its colour, and of its style.
    """

    def __init__(self, width: int = UNET["block_out_channels"][1]):
        super().__init__()
        self.read = nn.Sequential(nn.GroupNorm(8, width), nn.Conv2d(width, width, 1), nn.SiLU())
        sizes = [len(WHAT), len(COLOUR_NAMES), len(STYLES)]
        self.heads = nn.ModuleList(nn.Conv2d(width, size, 1) for size in sizes)
        weights = [1.0] * len(SUBJECTS) + [BACKGROUND_WEIGHT] * len(ENVIRONMENTS)
        self.register_buffer("weights", torch.tensor(weights))

    def forward(self, features: torch.Tensor) -> list[torch.Tensor]:
        """Logits of what, colour and style."""
        read = self.read(features)
        return [head(read) for head in self.heads]

    def loss(self, features: torch.Tensor, named: torch.Tensor) -> torch.Tensor:
        """Cross-entropies, summed, with the truth [B, h, w, 3] that `names_of` has."""
        what, colour, style = (logits.float() for logits in self(features))
        truth = named.long().unbind(-1)
        return (
            F.cross_entropy(what, truth[0], self.weights)
            + F.cross_entropy(colour, truth[1])
            + F.cross_entropy(style, truth[2])
        )


def keep_features(unet) -> Callable[[], torch.Tensor]:
    """Gives the features of the UNet's last pass, after all that it reads of the words."""
    kept = []
    unet.up_blocks[1].register_forward_hook(lambda _, __, features: kept.append(features))
    return kept.pop


def names_of(records: list[dict]) -> torch.Tensor:
    """
    Numbers of what, colour and style, int16 [N, 1 + MOST_SPOTS, 3]: first of a picture's
    background, then of each of its spots.
    """
    names = torch.full((len(records), 1 + MOST_SPOTS, 3), NOT_SAID, dtype=torch.int16)
    for row, record in enumerate(records):
        scene = record["scene"]
        colours = {thing["subject"]: thing["colour"] or "own" for thing in scene["things"]}
        plain = scene["environment"] == "plain"
        names[row, 0, 0] = WHAT.index(scene["environment"])
        names[row, 0, 1] = COLOUR_NAMES.index(scene["background"]) if plain else NOT_SAID
        for number, (subject, *_) in enumerate(record["spots"], 1):
            names[row, number, 0] = WHAT.index(subject)
            names[row, number, 1] = COLOUR_NAMES.index(colours[subject])
            names[row, number, 2] = list(STYLES).index(scene["style"])
    return names
