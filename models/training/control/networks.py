"""The control network: a copy of the UNet's way down that reads a condition picture."""

from diffusers import ControlNetModel
from torch import nn

KEEP_ADAM = ("conv_in", "controlnet", "embedding")


def build_control(unet) -> ControlNetModel:
    """Starts as the UNet's own encoder; its outputs start at zero and change nothing."""
    return ControlNetModel.from_unet(
        unet, conditioning_channels=3, conditioning_embedding_out_channels=(16, 32, 64, 128)
    )


def controlled(unet: nn.Module, control: nn.Module, noisy, steps, text, condition, scale=1.0):
    """The UNet's velocity under a condition [B, 3, H, W] in 0..1."""
    down, middle = control(noisy, steps, text, condition, scale, return_dict=False)
    return unet(
        noisy,
        steps,
        text,
        down_block_additional_residuals=down,
        mid_block_additional_residual=middle,
        return_dict=False,
    )[0]
