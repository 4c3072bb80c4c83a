"""Latents of the drawn pictures, computed once and kept beside them."""

import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..autoencoder.networks import standardise
from ..parallel import agree, group_size, rank, summed
from ..settings import autocast, state_dir
from ..world.dataset import load_dataset

BATCH = 100


@torch.no_grad()
def load_latents(name: str, device) -> torch.Tensor:
    """Standardised latent means of a data set's pictures, float16 [N, 4, h, w], on the device."""
    path = state_dir() / name / "latents.pt"
    if agree(path.exists()):
        return torch.load(path, map_location=device)
    pictures, _ = load_dataset(name)
    encoder, _, statistics = load_autoencoder(device)
    encoder = encoder.to(memory_format=torch.channels_last)
    count, height_px, width_px, _ = pictures.shape
    latents = torch.zeros(count, 4, height_px // 8, width_px // 8)
    for start in range(BATCH * rank(), count, BATCH * group_size()):
        rows = slice(start, start + BATCH)
        with autocast(device):
            mean, log_variance = encoder(as_tensor(pictures[rows], device))
        latents[rows], _ = standardise(mean.float(), log_variance.float(), statistics)
    latents = summed(latents).half().to(device)
    if rank() == 0:
        torch.save(latents, path)
    return latents
