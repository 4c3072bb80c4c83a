"""Latents of the drawn pictures, computed once and kept beside them."""

from collections.abc import Callable

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import standardise
from ..parallel import agree, group_size, rank, summed
from ..settings import autocast, state_dir
from ..world.dataset import load_dataset

BATCH = 100


def latent_encoder(device) -> Callable:
    """What gives the standardised latent means [B, 4, h, w] of pictures [B, 3, H, W] in -1..1."""
    encoder, _, statistics = load_autoencoder(device)
    encoder = encoder.to(memory_format=torch.channels_last)

    @torch.no_grad()
    def encode(batch):
        with autocast(device):
            mean, log_variance = encoder(batch)
        return standardise(mean.float(), log_variance.float(), statistics)[0]

    return encode


def load_latents(name: str, device) -> torch.Tensor:
    """Standardised latent means of a data set's pictures, float16 [N, 4, h, w], on the device."""
    return kept_latents(name, "latents.pt", lambda: latent_encoder(device), device)


@torch.no_grad()
def kept_latents(name: str, file: str, open_encoder: Callable, device) -> torch.Tensor:
    """
    Latents float16 [N, 4, h, w] of a data set, on the device: kept beside it in a file, and worked
    out where there is none, by what `open_encoder` gives, from pictures [B, 3, H, W] in -1..1.
    """
    path = state_dir() / name / file
    if agree(path.exists()):
        return torch.load(path, map_location=device)
    pictures, _ = load_dataset(name)
    encode = open_encoder()
    count, height_px, width_px, _ = pictures.shape
    latents = torch.zeros(count, 4, height_px // 8, width_px // 8)
    for start in range(BATCH * rank(), count, BATCH * group_size()):
        rows = slice(start, start + BATCH)
        latents[rows] = encode(as_tensor(pictures[rows], device))
    latents = summed(latents).half().to(device)
    if rank() == 0:
        torch.save(latents, path)
    return latents
