"""The four graphs of a model folder, with the names that published exports use."""

from pathlib import Path

import torch
from diffusers.models.attention_processor import AttnProcessor
from torch import nn

from ..autoencoder.networks import standardise
from .attention import AttentionGraph
from .stored_weights import shrink_weights

OPSET = 17


class TextEncoderGraph(nn.Module):
    """input_ids -> last_hidden_state, pooler_output."""

    def __init__(self, text_encoder):
        super().__init__()
        self.text_encoder = text_encoder

    def forward(self, input_ids):
        """[B, 77] to [B, 77, width] and [B, width]."""
        output = self.text_encoder(input_ids=input_ids)
        return output.last_hidden_state, output.pooler_output


def register_statistics(graph: nn.Module, statistics) -> None:
    """Keeps mean and deviation of the latents under their names, so that they can be read back."""
    for name in ("mean", "deviation"):
        graph.register_buffer(name, statistics[name])


class EncoderGraph(nn.Module):
    """sample -> latent_parameters, of unit scale."""

    def __init__(self, encoder, statistics):
        super().__init__()
        self.encoder = encoder
        register_statistics(self, statistics)

    def forward(self, sample):
        """Mean and log variance, [B, 8, h, w]."""
        statistics = {"mean": self.mean, "deviation": self.deviation}
        return torch.cat(standardise(*self.encoder(sample), statistics), 1)


class DecoderGraph(nn.Module):
    """latent_sample -> sample."""

    def __init__(self, decoder, statistics):
        super().__init__()
        self.decoder = decoder
        register_statistics(self, statistics)

    def forward(self, latent_sample):
        """Pictures [B, 3, H, W] in -1..1."""
        return self.decoder(latent_sample * self.deviation + self.mean)


def export_graph(graph, inputs, path: Path, names, outputs, axes, integers=False) -> None:
    """
    Writes one graph with float16 weights, or with integers for them. Every weight keeps its name
    and its layout, which folding constants would change: `read_back` finds them by name. The
    runtime folds at load.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        graph.eval(),
        inputs,
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        do_constant_folding=False,
        dynamo=False,
    )
    shrink_weights(path, integers)


@torch.no_grad()
def export_graphs(folder: Path, text_encoder, unet, encoder, decoder, statistics) -> None:
    """Writes text_encoder, unet, vae_encoder and vae_decoder into a folder."""
    unet.set_attn_processor(AttnProcessor())
    text_encoder.config._attn_implementation = "eager"
    width = unet.config.cross_attention_dim
    batch, plane = {0: "batch"}, {0: "batch", 2: "height", 3: "width"}
    small = {0: "batch", 2: "latent_height", 3: "latent_width"}
    ids = torch.zeros(2, 77, dtype=torch.long)
    export_graph(
        TextEncoderGraph(text_encoder),
        (ids,),
        folder / "text_encoder/model.onnx",
        ["input_ids"],
        ["last_hidden_state", "pooler_output"],
        {"input_ids": batch, "last_hidden_state": batch, "pooler_output": batch},
    )
    latents, unet_graph = torch.randn(2, unet.config.in_channels, 16, 16), AttentionGraph(unet)
    export_graph(
        unet_graph,
        (latents, torch.tensor(9.0), torch.randn(2, 77, width)),
        folder / "unet/model.onnx",
        ["sample", "timestep", "encoder_hidden_states"],
        ["out_sample", *unet_graph.outputs],
        {
            "sample": small,
            "encoder_hidden_states": {0: "batch", 1: "tokens"},
            "out_sample": small,
            **{name: {0: "batch", 2: f"{name}_places", 3: "tokens"} for name in unet_graph.outputs},
        },
        integers=True,
    )
    export_graph(
        EncoderGraph(encoder, statistics),
        (torch.randn(1, 3, 128, 128),),
        folder / "vae_encoder/model.onnx",
        ["sample"],
        ["latent_parameters"],
        {"sample": plane, "latent_parameters": small},
    )
    export_graph(
        DecoderGraph(decoder, statistics),
        (torch.randn(1, 4, 16, 16),),
        folder / "vae_decoder/model.onnx",
        ["latent_sample"],
        ["sample"],
        {"latent_sample": small, "sample": plane},
    )
