"""What the judge learns from."""

import random

import torch

from ..autoencoder.checkpoint import as_tensor
from ..world.dataset import draw_missing, held_out, judging_plan, load_dataset
from ..world.rows import Rows
from .measure import HELD_OUT
from .targets import Targets, targets_of
from .variety import mirrored, softened

DRAWN = 12_000  # pictures with held-out pairs in them


class Lessons:
    """The text-to-image model's pictures, and fewer with held-out pairs."""

    def __init__(self, device):
        draw_missing(judging_plan(DRAWN))
        self.sets = []
        for name, most in (("pictures", 500), ("judge-pictures", HELD_OUT)):
            pictures, records = load_dataset(name)
            kept = held_out(len(pictures), most)
            targets = targets_of(records[:-kept]).to(device)
            self.sets.append((Rows(pictures[:-kept], device), targets))
        self.sizes = torch.tensor([float(len(pictures)) for pictures, _ in self.sets])
        self.device = device

    def pick(self, count: int) -> tuple[torch.Tensor, Targets]:
        """A varied batch from one of the two, as often as each has pictures."""
        pictures, targets = self.sets[int(torch.multinomial(self.sizes, 1))]
        rows, picked = pictures.random(count)
        truth = targets[rows.to(self.device)]
        turned, truth = mirrored(as_tensor(picked, self.device), truth)
        return softened(turned, random.Random(int(torch.randint(2**31, ())))), truth
