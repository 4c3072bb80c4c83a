"""What the judge learns from."""

import random

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import as_encoded
from ..settings import autocast
from ..text_to_image.latents import load_latents
from ..world.dataset import draw_missing, held_out, load_dataset
from ..world.plans import judging_plan
from ..world.rows import Rows
from .targets import Targets, targets_of
from .variety import mirrored, softened

DRAWN = 12_000  # pictures with held-out pairs in them
RETURNED = 0.5  # share of batches that the autoencoder has had in its hands


class Lessons:
    """
    The text-to-image model's pictures, and fewer with held-out pairs: as drawn, or as the
    autoencoder returns them, since every picture that a model makes comes out of its decoder.
    """

    def __init__(self, device):
        draw_missing(judging_plan(DRAWN))
        self.sets = []
        for name in ("pictures", "judge-pictures"):
            pictures, records = load_dataset(name)
            # The last of the text-to-image model's pictures examine other networks.
            count = len(pictures) - (held_out(len(pictures)) if name == "pictures" else 0)
            targets = targets_of(records[:count]).to(device)
            self.sets.append((Rows(pictures[:count], device), load_latents(name, device), targets))
        self.sizes = torch.tensor([float(len(pictures)) for pictures, *_ in self.sets])
        _, self.decoder, self.statistics = load_autoencoder(device)
        self.decoder.to(memory_format=torch.channels_last)
        self.device = device

    def pick(self, count: int) -> tuple[torch.Tensor, Targets]:
        """A varied batch from one of the two, as often as each has pictures."""
        pictures, latents, targets = self.sets[int(torch.multinomial(self.sizes, 1))]
        rows, picked = pictures.random(count)
        rows = rows.to(self.device)
        returned = float(torch.rand(())) < RETURNED
        batch = self._decoded(latents[rows]) if returned else as_tensor(picked, self.device)
        turned, truth = mirrored(batch, targets[rows])
        return softened(turned, random.Random(int(torch.randint(2**31, ())))), truth

    @torch.no_grad()
    def _decoded(self, latents: torch.Tensor) -> torch.Tensor:
        with autocast(self.device):
            made = self.decoder(as_encoded(latents.float(), self.statistics))
        return made.float().clamp(-1, 1)
