"""Training pairs for the upscaler: large drawings, and small pictures as the model makes them."""

import numpy as np
import torch
from torch.nn import functional as F

from ..autoencoder.checkpoint import load_autoencoder
from ..world.dataset import draw_missing, held_out, load_dataset
from ..world.plans import enlarging_plan
from .networks import SCALE

DRAWN, HELD_OUT = 1_500, 50  # large pictures, and the most of them that training never sees
CROP = 48  # side of a small crop in pixels


class Crops:
    """Pairs of small and large crops in 0..1, held on the device."""

    def __init__(self, device):
        draw_missing(enlarging_plan(DRAWN, SCALE))
        pictures, _ = load_dataset("large-pictures")
        self.large = torch.from_numpy(np.array(pictures)).to(device).permute(0, 3, 1, 2)
        self.kept = held_out(len(pictures), HELD_OUT)
        self.plain, self.generated = self._smaller(device)

    @torch.no_grad()
    def _smaller(self, device):
        """The small pictures, uint8 [N, 3, h, w]: as drawn, and as a model's decoder gives them."""
        encoder, decoder, _ = load_autoencoder(device)
        plain, generated = [], []
        for large in self.large.split(8):
            small = F.avg_pool2d(large.float(), SCALE)
            made = decoder(encoder(small / 127.5 - 1)[0]).clamp(-1, 1)
            plain.append(small.round().byte())
            generated.append(((made + 1) * 127.5).round().byte())
        return torch.cat(plain), torch.cat(generated)

    def pick(self, count: int):
        """Random small [B, 3, 48, 48] and large [B, 3, 192, 192] training crops."""
        rows = torch.randint(len(self.large) - self.kept, (count,)).tolist()
        places = torch.randint(self.plain.shape[2] - CROP + 1, (count, 2)).tolist()
        smalls, larges = [], []
        for row, (top, left) in zip(rows, places, strict=True):
            # Half of the small pictures have been through the autoencoder, as generated ones have.
            source = self.plain if torch.rand(()) < 0.5 else self.generated
            smalls.append(source[row, :, top : top + CROP, left : left + CROP])
            down = slice(top * SCALE, (top + CROP) * SCALE)
            across = slice(left * SCALE, (left + CROP) * SCALE)
            larges.append(self.large[row, :, down, across])
        pair = torch.stack(smalls).float() / 255, torch.stack(larges).float() / 255
        return tuple(side.flip(3) for side in pair) if torch.rand(()) < 0.5 else pair

    def held_out(self):
        """By kind of small picture: pictures that training never sees, and the large ones."""
        large = self.large[-self.kept :].float() / 255
        for name, source in (("drawn", self.plain), ("generated", self.generated)):
            yield name, source[-self.kept :].float() / 255, large
