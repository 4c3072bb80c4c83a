"""Training pairs of latents, caption and condition picture."""

import numpy as np
import torch

from ..autoencoder.checkpoint import HELD_OUT, as_tensor, load_autoencoder
from ..autoencoder.networks import standardise
from ..text_to_image.captions import caption_ids, tokenizer_for
from ..world.dataset import control_plan, draw_dataset, is_drawn, load_dataset

DRAWN = 30_000


class Pairs:
    """Random pairs, encoded as they are picked."""

    def __init__(self, device):
        if not is_drawn("control-pictures"):
            draw_dataset(control_plan(DRAWN))
        self.images, records = load_dataset("control-pictures")
        self.tokenizer = tokenizer_for(records)
        self.ids = caption_ids(self.tokenizer, records)
        self.encoder, _, self.statistics = load_autoencoder(device)
        self.device = device

    @torch.no_grad()
    def rows(self, rows: np.ndarray):
        """Latents [B, 4, h, w], token ids [B, 77] and conditions [B, 3, H, W] in 0..1."""
        images = self.images[rows]
        width = images.shape[2] // 2
        mean, log_variance = self.encoder(as_tensor(images[:, :, :width], self.device))
        latents, _ = standardise(mean, log_variance, self.statistics)
        condition = as_tensor(images[:, :, width:], self.device).add(1).div(2)
        return latents, self.ids[rows, 0].long().to(self.device), condition

    def pick(self, count: int, rng: np.random.Generator):
        """Random training pairs."""
        return self.rows(np.sort(rng.integers(0, len(self.images) - HELD_OUT, count)))
