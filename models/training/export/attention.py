"""Where each word acts: the UNet's cross-attention maps as outputs of its graph."""

import torch
from torch import nn


def attention_names(unet) -> list[str]:
    """The UNet's cross-attention layers, in the order that they run."""
    ways = {"down_blocks": 0, "mid_block": 1, "up_blocks": 2}
    names = [name for name, _ in unet.named_modules() if name.endswith(".attn2")]
    return sorted(names, key=lambda name: (ways[name.split(".")[0]], name))


def output_name(layer: str) -> str:
    """`attention_<block>` of a layer, such as attention_down_1_0 or attention_mid_0."""
    block, _, rest = layer.partition("_block")
    numbers = [part for part in rest.split(".") if part.isdigit()]
    # The last number counts a transformer's blocks, of which each of ours has one.
    return "_".join(["attention", block, *numbers[:-1]])


class AttentionGraph(nn.Module):
    """sample, timestep, encoder_hidden_states -> out_sample and a map for each layer."""

    def __init__(self, unet):
        super().__init__()
        self.unet = unet
        self.layers = attention_names(unet)
        self.outputs = [output_name(layer) for layer in self.layers]

    def forward(self, sample, timestep, encoder_hidden_states):
        """Velocity, and [B, 1, h * w, tokens] a layer: the mean of its heads, rows of sum 1."""
        seen = {}
        layers = {name: self.unet.get_submodule(name) for name in self.layers}
        for name, layer in layers.items():
            layer.get_attention_scores = _kept(layer, seen, name)
        made = self.unet(sample, timestep, encoder_hidden_states, return_dict=False)[0]
        for layer in layers.values():
            del layer.get_attention_scores
        maps = [seen[name].unflatten(0, (-1, layers[name].heads)) for name in self.layers]
        return made, *(m.mean(1, keepdim=True) for m in maps)


def _kept(layer, seen: dict[str, torch.Tensor], name: str):
    """The layer's own scores [B * heads, h * w, tokens], which are noted in `seen` too."""
    scores = layer.get_attention_scores

    def get(*inputs):
        seen[name] = scores(*inputs)
        return seen[name]

    return get
