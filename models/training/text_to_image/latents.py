"""Latents of the drawn pictures, computed once and kept beside them."""

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import standardise
from ..settings import autocast, state_dir
from ..world.dataset import load_dataset


@torch.no_grad()
def load_latents(name: str, device) -> torch.Tensor:
    """Standardised latent means of a data set's pictures, float16 [N, 4, h, w], on the device."""
    path = state_dir() / name / "latents.pt"
    if path.exists():
        return torch.load(path, map_location=device)
    pictures, _ = load_dataset(name)
    encoder, _, statistics = load_autoencoder(device)
    encoder = encoder.to(memory_format=torch.channels_last)
    parts = []
    for start in range(0, len(pictures), 100):
        with autocast(device):
            mean, log_variance = encoder(as_tensor(pictures[start : start + 100], device))
        mean, _ = standardise(mean.float(), log_variance.float(), statistics)
        parts.append(mean.half())
    latents = torch.cat(parts)
    torch.save(latents, path)
    return latents
