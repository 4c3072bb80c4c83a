"""Training pairs of latents, caption and condition picture."""

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import standardise
from ..settings import autocast
from ..text_to_image.captions import caption_ids, tokenizer_for
from ..world.dataset import draw_missing, held_out, load_dataset
from ..world.plans import control_plan
from ..world.rows import Rows

DRAWN = 30_000


class Pairs:
    """Random pairs, encoded as they are picked."""

    def __init__(self, device):
        draw_missing(control_plan(DRAWN))
        images, records = load_dataset("control-pictures")
        self.images = Rows(images[: -held_out(len(images))], device)
        self.tokenizer = tokenizer_for(records)
        self.ids = caption_ids(self.tokenizer, records)[:, 0]
        encoder, _, self.statistics = load_autoencoder(device)
        self.encoder = encoder.to(memory_format=torch.channels_last)
        self.device = device

    @torch.no_grad()
    def pick(self, count: int):
        """Random latents [B, 4, h, w], token ids [B, 77] and conditions [B, 3, H, W] in 0..1."""
        rows, images = self.images.random(count)
        width = images.shape[2] // 2
        with autocast(self.device):
            mean, log_variance = self.encoder(as_tensor(images[:, :, :width], self.device))
        latents, _ = standardise(mean.float(), log_variance.float(), self.statistics)
        condition = as_tensor(images[:, :, width:], self.device).add(1).div(2)
        return latents, self.ids[rows].long().to(self.device), condition
