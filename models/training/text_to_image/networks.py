"""The text encoder and the UNet: sizes, and how they are built."""

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import AttnProcessor
from transformers import CLIPTextConfig, CLIPTextModel

from .tokenizer import MAX_TOKENS

TEXT_WIDTH = 192
# Tables and first and last layers are no matrices that mix features: AdamW trains them.
KEEP_ADAM = ("embedding", "conv_in", "conv_out")
UNET = {
    "sample_size": 16,
    "in_channels": 4,
    "out_channels": 4,
    "block_out_channels": (64, 160, 256),
    "layers_per_block": 1,
    "cross_attention_dim": TEXT_WIDTH,
    "attention_head_dim": 4,
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
}


def build_text_encoder(tokenizer) -> CLIPTextModel:
    """A CLIP text model of three layers."""
    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=TEXT_WIDTH,
        intermediate_size=4 * TEXT_WIDTH,
        num_hidden_layers=3,
        num_attention_heads=4,
        max_position_embeddings=MAX_TOKENS,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.eos_token_id,
    )
    return CLIPTextModel(config)


def build_unet(in_channels: int = 4) -> UNet2DConditionModel:
    """The denoising network: [B, 4, h, w] latents, v-prediction."""
    unet = UNet2DConditionModel(**{**UNET, "in_channels": in_channels})
    # On a processor plain matrix products train a quarter faster than the fused attention kernel.
    unet.set_attn_processor(AttnProcessor())
    return unet


def build_networks(tokenizer, device) -> dict:
    """A new text encoder and UNet, to be trained."""
    text_encoder = build_text_encoder(tokenizer).to(device)
    # On a processor the fused attention kernel's way back takes three times as long.
    text_encoder.set_attn_implementation("eager")
    return {
        "text_encoder": text_encoder,
        # Channels last, group norms are so slow that all of it trains slower.
        "unet": build_unet().to(device),
    }


def encode(text_encoder, ids: torch.Tensor) -> torch.Tensor:
    """Conditioning [B, 77, width] of token ids [B, 77]."""
    return text_encoder(input_ids=ids).last_hidden_state
