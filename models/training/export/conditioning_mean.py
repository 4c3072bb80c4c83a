"""
A mean for the conditioning, so that prompt weights act as they do with CLIP. Engines scale weighted
vectors back to their mean; a text encoder trained from nothing has a mean of almost 0, and a
quotient of two such means is any number. Adding one small constant to every vector cures this, and
cross-attention can take it out again exactly: the same constant in all keys changes no softmax, and
in all values it adds a constant to the output, which moves into that layer's bias.
"""

import torch
from torch import nn

MEAN = 0.05  # vectors are about 1 in size: enough to divide by, too little to matter


def missing_mean(text_encoder) -> float:
    """What each value of the last hidden state lacks; 0 after `add_mean_to_text`."""
    return MEAN - last_norm(text_encoder).bias.mean().item()


def last_norm(text_encoder) -> nn.LayerNorm:
    """The layer whose output is the last hidden state."""
    return next(m for n, m in text_encoder.named_modules() if n.endswith("final_layer_norm"))


@torch.no_grad()
def add_mean_to_text(text_encoder, amount: float) -> None:
    """Adds a constant to every value that the text encoder gives, in place."""
    last_norm(text_encoder).bias += amount


@torch.no_grad()
def take_mean_from_attention(network, amount: float) -> None:
    """Makes a UNet or control network, in place, do with the added constant what it did without."""
    for name, layer in network.named_modules():
        if name.endswith(".attn2"):
            constant = torch.full(
                (layer.to_v.in_features,), amount, device=layer.to_v.weight.device
            )
            layer.to_out[0].bias -= layer.to_out[0].weight @ (layer.to_v.weight @ constant)
