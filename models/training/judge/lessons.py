"""What the judge learns from."""

import random

import numpy as np
import torch

from ..autoencoder.checkpoint import HELD_OUT as WORLD_HELD_OUT
from ..autoencoder.checkpoint import as_tensor
from ..world.dataset import draw_dataset, is_drawn, judging_plan, load_dataset
from .measure import HELD_OUT
from .targets import Targets, targets_of
from .variety import mirrored, softened

DRAWN = 12_000  # pictures with held-out pairs in them


class Lessons:
    """The text-to-image model's pictures, and fewer with held-out pairs."""

    def __init__(self):
        if not is_drawn("judge-pictures"):
            draw_dataset(judging_plan(DRAWN))
        self.sets = []
        for name, kept in (("pictures", WORLD_HELD_OUT), ("judge-pictures", HELD_OUT)):
            pictures, records = load_dataset(name)
            self.sets.append((pictures[:-kept], targets_of(records[:-kept])))
        self.sizes = [len(pictures) for pictures, _ in self.sets]

    def pick(self, count: int, rng: np.random.Generator, device) -> tuple[torch.Tensor, Targets]:
        """A varied batch from one of the two, as often as each has pictures."""
        chosen = rng.choice(len(self.sets), p=np.array(self.sizes) / sum(self.sizes))
        pictures, targets = self.sets[chosen]
        rows = np.sort(rng.integers(0, len(pictures), count))
        batch = targets[torch.from_numpy(rows)]
        truth = Targets(**{name: value.to(device) for name, value in vars(batch).items()})
        turned, truth = mirrored(as_tensor(pictures[rows], device), truth)
        return softened(turned, random.Random(int(rng.integers(2**31)))), truth
