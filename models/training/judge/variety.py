"""Judging pictures as varied as generated ones: mirrored, softened, a little noisy."""

import random

import torch
from torch.nn import functional as F

from .targets import Targets


def mirrored(pictures: torch.Tensor, truth: Targets) -> tuple[torch.Tensor, Targets]:
    """Half of a batch with left and right swapped, and the places of its subjects too."""
    turned = torch.rand(len(pictures), device=pictures.device) < 0.5
    pictures = torch.where(turned.view(-1, 1, 1, 1), pictures.flip(3), pictures)
    places = truth.places.clone()
    places[turned, :, 0] = 1 - places[turned, :, 0]
    return pictures, Targets(**{**vars(truth), "places": places})


def softened(pictures: torch.Tensor, rng: random.Random) -> torch.Tensor:
    """A third of all batches lose fine detail; all get some noise."""
    size = pictures.shape[2:]
    if rng.random() < 0.33:
        share = rng.uniform(0.7, 0.95)
        small = [round(side * share) for side in size]
        smaller = F.interpolate(pictures, small, mode="bilinear", antialias=True)
        pictures = F.interpolate(smaller, size, mode="bicubic").clamp(-1, 1)
    noise = torch.randn_like(pictures[:1]) * rng.uniform(0, 0.06)  # one for all: it costs time
    return (pictures + noise).contiguous(memory_format=torch.channels_last)
