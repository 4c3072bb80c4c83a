"""
Reads a word and a style that Easel exported with diffusers' own loaders:
python tests/conformance/concepts/check_files.py WORD.safetensors STYLE.safetensors
"""

import sys

import torch
from diffusers import UNet2DConditionModel
from diffusers.loaders import StableDiffusionLoraLoaderMixin
from diffusers.loaders.textual_inversion import load_textual_inversion_state_dicts

word, style = sys.argv[1:3]
[state] = load_textual_inversion_state_dicts([word])
[(token, vectors)] = state.items()
print(f"word: {token}, vectors {list(vectors.shape)} of {vectors.dtype}")

unet = UNet2DConditionModel(
    block_out_channels=(64, 128, 256),
    layers_per_block=1,
    cross_attention_dim=vectors.shape[-1],
    attention_head_dim=4,
    down_block_types=("CrossAttnDownBlock2D",) * 3,
    up_block_types=("CrossAttnUpBlock2D",) * 3,
)
state, alphas = StableDiffusionLoraLoaderMixin.lora_state_dict(style, unet_config=unet.config)
modules = dict(unet.named_modules())
fitting = 0
for key, down in state.items():
    if not key.endswith("_lora.down.weight"):
        continue
    place = key.removesuffix("_lora.down.weight").removeprefix("unet.").replace(".processor", "")
    place = f"{place}.0" if place.endswith("to_out") else place
    up = state[key.replace("_lora.down", "_lora.up")]
    assert (up @ down).shape == modules[place].weight.shape, key
    assert torch.isfinite(up).all() and torch.isfinite(down).all(), key
    fitting += 1
print(f"style: {fitting} projections of the UNet, alphas {sorted(set((alphas or {}).values()))}")
