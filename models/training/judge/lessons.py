"""What the judge learns from."""

import random
from collections.abc import Callable

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import as_encoded
from ..settings import autocast
from ..text_to_image.latents import load_latents
from ..world.dataset import draw_missing, held_out, load_dataset
from ..world.plans import judging_plan
from ..world.rows import Rows
from .targets import Targets, joined, targets_of
from .variety import mirrored, softened

DRAWN = 12_000  # pictures with held-out pairs in them
INKED = 20_000  # the same in ink and wash
INKED_SHARE = 1 / 3  # of each batch: batch norms have to meet both looks at once
RETURNED = 0.5  # share of batches that the autoencoder has had in its hands


class Look:
    """The pictures of some data sets, as drawn or as the autoencoder returns them."""

    def __init__(self, names: tuple[str, ...], device):
        self.device, self.sets = device, []
        for name in names:
            pictures, records = load_dataset(name)
            # The last of the text-to-image model's pictures examine other networks.
            count = len(pictures) - (held_out(len(pictures)) if name == "pictures" else 0)
            targets = targets_of(records[:count]).to(device)
            self.sets.append((Rows(pictures[:count], device), load_latents(name, device), targets))
        self.sizes = torch.tensor([float(len(pictures)) for pictures, *_ in self.sets])

    def pick(self, count: int, decode: Callable | None = None) -> tuple[torch.Tensor, Targets]:
        """
        Pictures [B, 3, 128, 128] of one data set, each as often as it has pictures, and their
        truth. `decode` makes them from latents; without it they are as drawn.
        """
        pictures, latents, targets = self.sets[int(torch.multinomial(self.sizes, 1))]
        rows, picked = pictures.random(count)
        rows = rows.to(self.device)
        batch = decode(latents[rows]) if decode else as_tensor(picked, self.device)
        return batch, targets[rows]


class Lessons:
    """
    The text-to-image model's pictures, fewer with held-out pairs, and such in the second model's
    look: as drawn, or as the autoencoder returns them, since every picture that a model makes
    comes out of its decoder.
    """

    def __init__(self, device):
        draw_missing(judging_plan(DRAWN))
        draw_missing(judging_plan(INKED, inkwell=True))
        self.drawn = Look(("pictures", "judge-pictures"), device)
        self.inked = Look(("inkwell-judge-pictures",), device)
        _, self.decoder, self.statistics = load_autoencoder(device)
        self.decoder.to(memory_format=torch.channels_last)
        self.device = device

    def pick(self, count: int) -> tuple[torch.Tensor, Targets]:
        """A varied batch of both looks."""
        decode = self._decoded if float(torch.rand(())) < RETURNED else None
        inked = round(count * INKED_SHARE)
        parts = [self.drawn.pick(count - inked, decode), self.inked.pick(inked, decode)]
        pictures, truth = torch.cat([p for p, _ in parts]), joined([t for _, t in parts])
        turned, truth = mirrored(pictures, truth)
        return softened(turned, random.Random(int(torch.randint(2**31, ())))), truth

    @torch.no_grad()
    def _decoded(self, latents: torch.Tensor) -> torch.Tensor:
        with autocast(self.device):
            made = self.decoder(as_encoded(latents.float(), self.statistics))
        return made.float().clamp(-1, 1)
