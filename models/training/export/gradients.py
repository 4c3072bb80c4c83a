"""
A loss and its gradients as an ONNX graph. `make_fx` unrolls torch's backward pass into plain
operators, which export like any forward pass.
"""

from collections.abc import Callable
from pathlib import Path

import onnx
import onnxruntime
import torch
from torch._decomp import core_aten_decompositions, get_decompositions
from torch.fx.experimental.proxy_tensor import make_fx

aten = torch.ops.aten


def _convolution_backward(
    gradient, inputs, weight, bias_sizes, stride, padding, dilation, transposed, _, groups, wanted
):
    """
    The gradient for the input alone: weights stay as they are. Where a convolution moves by one it
    is another one with the weights turned round, which is computed faster than a transposed one.
    """
    if not wanted[0]:
        return None, None, None
    if all(size == 1 for size in (*stride, *dilation)) and groups == 1:
        around = [weight.shape[2 + axis] - 1 - padding[axis] for axis in range(2)]
        turned = aten.permute(aten.flip(weight, [2, 3]), [1, 0, 2, 3])
        made = aten.convolution(gradient, turned, None, [1, 1], around, [1, 1], False, [0, 0], 1)
        return made, None, None
    missing = [
        inputs.shape[2 + axis]
        - (gradient.shape[2 + axis] - 1) * stride[axis]
        + 2 * padding[axis]
        - dilation[axis] * (weight.shape[2 + axis] - 1)
        - 1
        for axis in range(2)
    ]
    made = aten.convolution(
        gradient, weight, None, stride, padding, dilation, True, missing, groups
    )
    return made, None, None


def _nearest_backward(gradient, output_size, input_size, scale_h=None, scale_w=None):
    """The gradient of a doubling by nearest neighbours: the sum of each square of 2 x 2."""
    batch, channels, height, width = input_size
    return gradient.reshape(batch, channels, height, 2, width, 2).sum((3, 5))


def _slice_backward(gradient, sizes, axis, start, end, step):
    """The gradient of a stretch: itself, between zeros."""
    if step != 1:
        raise ValueError("a slice that leaves values out")
    size = sizes[axis]
    start, end = (min(at + size if at < 0 else at, size) for at in (start, end))
    behind = [0, 0] * (len(sizes) - 1 - axis)
    return aten.constant_pad_nd(gradient, [*behind, start, size - end])


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
        aten.slice_backward.default: _slice_backward,
    }


def export_gradients(
    loss: Callable[..., torch.Tensor], inputs: dict, learned: list[str], path: Path
) -> None:
    """
    Writes a graph with the inputs of `loss`, by name and of the given shapes, that gives `loss`
    and `grad.<name>` for each learned input.
    """
    names = list(inputs)

    def step(*values):
        given = dict(zip(names, values, strict=True))
        given.update({name: given[name].detach().requires_grad_(True) for name in learned})
        error = loss(given)
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
        optimize=False,  # slow where a graph is this long; `simplify` does it
    )
    program.save(path)
    simplify(path)


def simplify(path: Path) -> None:
    """
    Folds what is constant and joins what is equal, in place, so that the graph opens quickly; takes
    away what only its reader would want, such as where each node comes from.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(path.read_bytes(), options, ["CPUExecutionProvider"])
    model = onnx.load(path)
    for node in model.graph.node:
        for field in ("name", "doc_string", "metadata_props"):
            node.ClearField(field)
    model.graph.ClearField("value_info")
    standard = [opset for opset in model.opset_import if not opset.domain]
    del model.opset_import[:]
    model.opset_import.extend(standard)
    onnx.save(model, path)
