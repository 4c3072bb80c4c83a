"""
Adds a control to a model folder: controlnet and unet_controlled, so that the control network
runs only where it acts: python -m training.export.control FOLDER
"""

import argparse
import json
from pathlib import Path

import torch
from diffusers.models.attention_processor import AttnProcessor
from torch import nn

from ..control.networks import build_control
from ..settings import prepare_torch, report, state_dir
from ..text_to_image.frozen import load_frozen
from ..text_to_image.tokenizer import load_tokenizer
from ..training_run import load_average
from ..world.conditions import KINDS
from .conditioning_mean import missing_mean, take_mean_from_attention
from .describe import write_progress
from .graphs import export_graph

SMALL = {0: "batch", 2: "latent_height", 3: "latent_width"}
TEXT = {0: "batch", 1: "tokens"}


class ControlGraph(nn.Module):
    """UNet inputs, a condition and its scale -> residuals of the way down, and of the middle."""

    def __init__(self, control):
        super().__init__()
        self.control = control

    def forward(self, sample, timestep, encoder_hidden_states, controlnet_cond, scale):
        """The residuals, times the scale."""
        inputs = (sample, timestep, encoder_hidden_states, controlnet_cond)
        down, middle = self.control(*inputs, return_dict=False)
        return *(residual * scale for residual in down), middle * scale


class ControlledGraph(nn.Module):
    """UNet inputs and residuals -> out_sample."""

    def __init__(self, unet):
        super().__init__()
        self.unet = unet

    def forward(self, sample, timestep, encoder_hidden_states, *residuals):
        """Velocity of the latents."""
        return self.unet(
            sample,
            timestep,
            encoder_hidden_states,
            down_block_additional_residuals=residuals[:-1],
            mid_block_additional_residual=residuals[-1],
            return_dict=False,
        )[0]


@torch.no_grad()
def export_control(folder: Path, unet, control) -> None:
    """Writes both graphs."""
    for network in (unet, control):
        network.set_attn_processor(AttnProcessor())
    inputs = (torch.randn(2, 4, 16, 16), torch.tensor(9.0))
    inputs += (torch.randn(2, 77, unet.config.cross_attention_dim),)
    condition, scale = torch.rand(2, 3, 128, 128), torch.tensor(1.0)
    residuals = ControlGraph(control)(*inputs, condition, scale)
    down = [f"down_block_{k}" for k in range(len(residuals) - 1)]
    names = ["sample", "timestep", "encoder_hidden_states"]
    plane = {0: "batch", 2: "height", 3: "width"}
    # Each level of the UNet has its own size, so each residual has its own axes.
    axes = {n: {0: "batch", 2: f"{n}_height", 3: f"{n}_width"} for n in [*down, "mid_block"]}
    shared = {"sample": SMALL, "encoder_hidden_states": TEXT}
    export_graph(
        ControlGraph(control),
        (*inputs, condition, scale),
        folder / "controlnet/model.onnx",
        [*names, "controlnet_cond", "conditioning_scale"],
        [*down, "mid_block"],
        {**shared, "controlnet_cond": plane, **axes},
        integers=True,
    )
    added = {name: f"{name}_additional_residual" for name in [*down, "mid_block"]}
    export_graph(
        ControlledGraph(unet),
        (*inputs, *residuals),
        folder / "unet_controlled/model.onnx",
        [*names, *added.values()],
        ["out_sample"],
        {**shared, "out_sample": SMALL, **{added[name]: axes[name] for name in added}},
        integers=True,
    )
    config = {"_class_name": "ControlNetModel", "control_types": list(KINDS)}
    (folder / "controlnet/config.json").write_text(json.dumps(config, indent=2) + "\n")


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    device = prepare_torch()
    text_encoder, unet = load_frozen(load_tokenizer(state_dir() / "tokenizer"), device)
    control = build_control(unet).to(device).eval()
    control.load_state_dict(load_average("control", device)["control"])
    for network in (unet, control):
        take_mean_from_attention(network, missing_mean(text_encoder))
    export_control(folder, unet.cpu(), control.cpu())
    write_progress(folder)
    parts = ("controlnet", "unet_controlled")
    sizes = {part: (folder / part / "model.onnx").stat().st_size / 1e6 for part in parts}
    report("export-control", **{f"{part}_megabytes": round(v, 1) for part, v in sizes.items()})


if __name__ == "__main__":
    main()
