"""The trained text encoder and UNet, for training that leaves them as they are."""

import torch

from ..training_run import load_average
from .networks import build_text_encoder, build_unet


def load_frozen(tokenizer, device) -> tuple[torch.nn.Module, torch.nn.Module]:
    """The averaged text encoder and UNet of the checkpoint `text_to_image`."""
    average = load_average("text_to_image", device)
    text_encoder = build_text_encoder(tokenizer).to(device).eval()
    text_encoder.load_state_dict(average["text_encoder"])
    unet = build_unet().to(device).eval()
    unet.load_state_dict(average["unet"])
    return text_encoder.requires_grad_(False), unet.requires_grad_(False)
