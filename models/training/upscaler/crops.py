"""Training pairs for the upscaler: large drawings, and small pictures as the model makes them."""

import random

import numpy as np
import torch
from torch.nn import functional as F

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..settings import SEED
from ..world.compose import draw_scene
from ..world.scene import choose_training_scene
from .networks import SCALE

CROP = 48  # side of a small crop in pixels
CROPS_PER_PICTURE = 8


class Crops:
    """Pairs of small and large crops in 0..1, drawn as they are asked for."""

    def __init__(self, device, seed: int):
        self.rng = random.Random(f"{SEED}-upscaler-{seed}")
        self.encoder, self.decoder, _ = load_autoencoder(device)
        self.device = device

    @torch.no_grad()
    def _pair(self):
        """A small picture [1, 3, 128, 128] and the same one four times larger."""
        scene = choose_training_scene(self.rng)
        drawing = draw_scene(scene, self.rng, zoom=SCALE)
        large = as_tensor(np.asarray(drawing.picture)[None], self.device)
        small = F.avg_pool2d(large, SCALE)
        # Half of the small pictures have been through the autoencoder, as generated ones have.
        if self.rng.random() < 0.5:
            small = self.decoder(self.encoder(small)[0]).clamp(-1, 1)
        return small.add(1).div(2), large.add(1).div(2)

    def pick(self, pictures: int):
        """Small [B, 3, 48, 48] and large [B, 3, 192, 192] crops of some pictures."""
        smalls, larges = [], []
        for _ in range(pictures):
            small, large = self._pair()
            for _ in range(CROPS_PER_PICTURE):
                top, left = (self.rng.randint(0, small.shape[2] - CROP) for _ in range(2))
                smalls.append(small[:, :, top : top + CROP, left : left + CROP])
                rows = slice(top * SCALE, (top + CROP) * SCALE)
                columns = slice(left * SCALE, (left + CROP) * SCALE)
                larges.append(large[:, :, rows, columns])
        return torch.cat(smalls), torch.cat(larges)
