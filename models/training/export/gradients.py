"""
The denoising loss and its gradients as ONNX graphs, for training words and styles without Python.
`make_fx` unrolls torch's backward pass into plain operators, which export like any forward pass.
"""

from collections.abc import Callable
from pathlib import Path

import torch
from diffusers.models.attention_processor import AttnProcessor
from torch import nn
from torch._decomp import core_aten_decompositions, get_decompositions
from torch.fx.experimental.proxy_tensor import make_fx

from .half_weights import halve_weights

aten = torch.ops.aten
LORA_LAYERS = ("to_q", "to_k", "to_v", "to_out.0")


def _convolution_backward(
    gradient, inputs, weight, bias_sizes, stride, padding, dilation, transposed, _, groups, wanted
):
    """The gradient for the input, as a transposed convolution: weights stay as they are."""
    if not wanted[0]:
        return None, None, None
    missing = [
        inputs.shape[2 + axis]
        - (gradient.shape[2 + axis] - 1) * stride[axis]
        + 2 * padding[axis]
        - dilation[axis] * (weight.shape[2 + axis] - 1)
        - 1
        for axis in range(2)
    ]
    made = aten.convolution(gradient, weight, None, stride, padding, dilation, True, missing, groups)
    return made, None, None


def _nearest_backward(gradient, output_size, input_size, scale_h=None, scale_w=None):
    """The gradient of a doubling by nearest neighbours: the sum of each square of 2 x 2."""
    batch, channels, height, width = input_size
    return gradient.reshape(batch, channels, height, 2, width, 2).sum((3, 5))


def _decompositions() -> dict:
    """How each operator of the backward pass is said in operators that ONNX has."""
    plain = [
        aten.native_group_norm,
        aten.native_group_norm_backward,
        aten.native_layer_norm,
        aten.native_layer_norm_backward,
        aten.upsample_nearest2d,
        aten._softmax_backward_data,
        aten.silu_backward,
        aten.gelu_backward,
    ]
    return {
        **core_aten_decompositions(),
        **get_decompositions(plain),
        aten.convolution_backward.default: _convolution_backward,
        aten.upsample_nearest2d_backward.default: _nearest_backward,
    }


def export_gradients(
    loss: Callable[..., torch.Tensor], inputs: dict, learned: list[str], path: Path
) -> None:
    """
    Writes a graph with the inputs of `loss`, by name and of the given shapes, that gives `loss`
    and `grad.<name>` for each learned input. Weights are stored as float16.
    """
    names = list(inputs)

    def step(*values):
        given = dict(zip(names, values, strict=True))
        given.update({name: given[name].detach().requires_grad_(True) for name in learned})
        error = loss(**given)
        gradients = torch.autograd.grad(error, [given[name] for name in learned])
        return error.detach(), *gradients

    values = tuple(inputs.values())
    traced = make_fx(step, decomposition_table=_decompositions(), tracing_mode="real")(*values)
    path.parent.mkdir(parents=True, exist_ok=True)
    program = torch.onnx.export(
        traced,
        values,
        dynamo=True,
        input_names=names,
        output_names=["loss", *(f"grad.{name}" for name in learned)],
        optimize=True,
    )
    program.save(path)
    halve_weights(path)


def _denoising_error(unet, sample, timestep, text, target) -> torch.Tensor:
    made = unet(sample, timestep, text, return_dict=False)[0]
    return ((made - target) ** 2).mean()


def _frozen(network: nn.Module) -> nn.Module:
    if hasattr(network, "set_attn_processor"):
        network.set_attn_processor(AttnProcessor())
    else:
        network.config._attn_implementation = "eager"
    return network.eval().requires_grad_(False)


class WordLoss:
    """The loss for vectors that stand in for tokens of a prompt (textual inversion)."""

    def __init__(self, text_encoder, unet):
        self.text_encoder, self.unet = _frozen(text_encoder), _frozen(unet)
        self.table = next(
            m for n, m in text_encoder.named_modules() if n.endswith("token_embedding")
        )

    def __call__(self, sample, timestep, target, input_ids, placement, vectors):
        """
        sample and target [1, 4, h, w], timestep [1], input_ids [1, 77]; placement [1, 77, V] is 1
        where a token is a vector of vectors [V, width], else 0.
        """
        others = 1 - placement.sum(-1, keepdim=True)
        placed = lambda table, ids, known: known * others + placement @ vectors  # noqa: E731
        with self.table.register_forward_hook(placed):
            text = self.text_encoder(input_ids=input_ids).last_hidden_state
        return _denoising_error(self.unet, sample, timestep, text, target)


class StyleLoss:
    """The loss for low-rank additions to the UNet's attention projections (LoRA)."""

    def __init__(self, unet):
        self.unet = _frozen(unet)
        self.layers = {
            name: layer
            for name, layer in unet.named_modules()
            if isinstance(layer, nn.Linear) and name.endswith(LORA_LAYERS) and ".attn" in name
        }

    def matrices(self, rank: int) -> dict[str, torch.Tensor]:
        """A start for each layer: `<layer>.down` [rank, in] at random, `<layer>.up` [out, rank] 0."""
        made = {}
        for name, layer in self.layers.items():
            made[f"{name}.down"] = torch.randn(rank, layer.in_features) / rank
            made[f"{name}.up"] = torch.zeros(layer.out_features, rank)
        return made

    def __call__(self, sample, timestep, target, encoder_hidden_states, **matrices):
        """sample and target [1, 4, h, w], timestep [1], conditioning [1, 77, width], matrices."""
        hooks = []
        for name, layer in self.layers.items():
            down, up = matrices[f"{name}.down"], matrices[f"{name}.up"]
            hooks.append(layer.register_forward_hook(_added(down, up)))
        try:
            return _denoising_error(self.unet, sample, timestep, encoder_hidden_states, target)
        finally:
            for hook in hooks:
                hook.remove()


def _added(down: torch.Tensor, up: torch.Tensor):
    """A hook that adds a low-rank product to a projection's output."""
    return lambda _, inputs, made: made + inputs[0] @ down.T @ up.T
