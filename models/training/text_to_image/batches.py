"""Random training batches: latents of one size, a caption each, and where their subjects are."""

from dataclasses import dataclass

import torch

from ..world.dataset import held_out, is_drawn, load_covers, load_dataset
from ..world.plans import SIZES
from .captions import caption_ids, token_ids, tokenizer_for
from .latents import load_latents

DROPPED = 0.1  # share of captions emptied, so that guidance has something to guide away from
# How much more often two subjects are seen than drawn: which has which colour, and where it
# stands, is what takes longest to learn.
PAIR_WEIGHT = 2.5


@dataclass
class Batch:
    """
    Latents [B, 4, h, w], token ids [B, 77], and how far subjects cover each latent, [B, 1, h, w]
    in 0..1.
    """

    clean: torch.Tensor
    ids: torch.Tensor
    covered: torch.Tensor


def row_weights(records: list[dict]) -> torch.Tensor:
    """How often each picture is picked, [N]; never those that are held out."""
    pairs = torch.tensor([record["scene"]["relation"] is not None for record in records])
    weights = torch.where(pairs, PAIR_WEIGHT, 1.0)
    weights[len(records) - held_out(len(records)) :] = 0
    return weights


class Batches:
    """
    Batches of square, wide and tall pictures, as often as each size was drawn. `open_latents` reads
    a data set's, and a model that is there already has a tokenizer.
    """

    def __init__(self, device, prefix: str = "", open_latents=load_latents, tokenizer=None):
        names = [f"{prefix}{size}" for size in SIZES]
        names = [name for name in names if is_drawn(name)]
        records = {name: load_dataset(name)[1] for name in names}
        everything = [record for name in names for record in records[name]]
        self.tokenizer = tokenizer or tokenizer_for(everything)
        self.empty = token_ids(self.tokenizer, [""])[0].to(device)
        self.latents = [open_latents(name, device) for name in names]
        self.covers = [torch.from_numpy(load_covers(name)).to(device) for name in names]
        self.ids = [caption_ids(self.tokenizer, records[name]).to(device) for name in names]
        self.weights = [row_weights(records[name]).to(device) for name in names]
        self.shares = torch.tensor([float(len(latents)) for latents in self.latents])
        self.device = device

    def pick(self, count: int) -> Batch:
        """As many random pictures, each with one of its captions or, now and then, none."""
        size = int(torch.multinomial(self.shares, 1))
        latents, ids = self.latents[size], self.ids[size]
        rows = torch.multinomial(self.weights[size], count, replacement=True)
        wording = torch.randint(0, ids.shape[1], (count,), device=self.device)
        picked = ids[rows, wording].long()
        dropped = torch.rand(count, 1, device=self.device) < DROPPED
        return Batch(
            clean=latents[rows].float(),
            ids=torch.where(dropped, self.empty, picked),
            covered=self.covers[size][rows][:, None].float() / 255,
        )
