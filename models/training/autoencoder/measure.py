"""Figures of an autoencoder: PSNR on held-out pictures, and the scale of its latents."""

import numpy as np
import torch
from PIL import Image

from ..world.dataset import held_out
from .checkpoint import as_tensor


@torch.no_grad()
def held_out_psnr(encoder, decoder, pictures, device) -> float:
    """Mean PSNR in dB."""
    values = []
    for start in range(len(pictures) - held_out(len(pictures)), len(pictures), 50):
        real = as_tensor(pictures[start : start + 50], device)
        made = decoder(encoder(real)[0]).clamp(-1, 1)
        values.append(10 * torch.log10(4 / ((made - real) ** 2).mean((1, 2, 3))))
    return torch.cat(values).mean().item()


@torch.no_grad()
def side_by_side(encoder, decoder, pictures, device, count: int = 12) -> Image.Image:
    """Held-out pictures in the upper row, and what is left of them in the lower."""
    real = as_tensor(pictures[-count:], device)
    rows = []
    for batch in (real, decoder(encoder(real)[0]).clamp(-1, 1)):
        values = batch.add(1).mul(127.5).round().byte().permute(0, 2, 3, 1).cpu().numpy()
        rows.append(np.concatenate(list(values), 1))
    return Image.fromarray(np.concatenate(rows, 0))


@torch.no_grad()
def latent_statistics(encoder, pictures, device) -> dict[str, torch.Tensor]:
    """Mean and deviation of each latent channel, [1, 4, 1, 1], over training pictures."""
    known = pictures[: -held_out(len(pictures))]
    picked = range(0, len(known), max(1, len(known) // 40))
    means = torch.cat([encoder(as_tensor(known[k : k + 16], device))[0] for k in picked])
    shape = {"dim": (0, 2, 3), "keepdim": True}
    return {"mean": means.mean(**shape), "deviation": means.std(**shape)}
