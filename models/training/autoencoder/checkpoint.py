"""The trained autoencoder, as other stages use it."""

import numpy as np
import torch

from ..settings import load_checkpoint
from .networks import Decoder, Encoder


def load_autoencoder(device="cpu"):
    """Encoder, decoder and latent statistics."""
    saved = load_checkpoint("autoencoder", device)
    if saved is None:
        raise FileNotFoundError("Train the autoencoder first: python -m training.autoencoder")
    encoder, decoder = Encoder().to(device), Decoder().to(device)
    encoder.load_state_dict(saved["encoder"])
    decoder.load_state_dict(saved["decoder"])
    return encoder.eval(), decoder.eval(), saved["statistics"]


def as_tensor(pictures: np.ndarray | torch.Tensor, device) -> torch.Tensor:
    """uint8 [B, H, W, 3] to float [B, 3, H, W] in -1..1."""
    if not isinstance(pictures, torch.Tensor):
        pictures = torch.from_numpy(np.array(pictures))
    tensor = pictures.to(device).permute(0, 3, 1, 2)
    return tensor.float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)
