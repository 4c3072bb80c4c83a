"""An ONNX graph as torch operators, so that torch differentiates just what a model folder holds."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from torch.nn import functional as F

TYPES = {
    TensorProto.FLOAT: torch.float32,
    TensorProto.FLOAT16: torch.float16,
    TensorProto.INT32: torch.int32,
    TensorProto.INT64: torch.int64,
    TensorProto.BOOL: torch.bool,
}


class OnnxInTorch:
    """
    The first output of an ONNX graph as a function of its inputs and weights. What depends on
    neither, such as shapes, is worked out while it runs and leaves no operator behind.
    """

    def __init__(self, source: Path | onnx.ModelProto):
        model = source if isinstance(source, onnx.ModelProto) else onnx.load(source)
        self.graph, self.opset = model.graph, model.opset_import
        self.weights = {
            t.name: torch.from_numpy(numpy_helper.to_array(t).copy())
            for t in self.graph.initializer
        }
        self.nodes = self._needed_nodes()
        read = {name for node in self.nodes for name in node.input}
        self.weights = {name: value for name, value in self.weights.items() if name in read}
        self.known = {}

    def _needed_nodes(self) -> list:
        """The nodes that the first output depends on, in order."""
        wanted, nodes = {self.graph.output[0].name}, []
        for node in reversed(self.graph.node):
            if wanted.intersection(node.output):
                wanted.update(node.input)
                nodes.append(node)
        return nodes[::-1]

    def __call__(self, inputs: dict, weights: dict, changed: dict[str, Callable] | None = None):
        """
        inputs and weights by name; `changed` holds, by its output, what stands in for a node.
        """
        values = {"": None, **inputs, **weights}
        for node in self.nodes:
            given = [values[name] for name in node.input]
            change = (changed or {}).get(node.output[0])
            made = [change(*given)] if change else self._run(node, given)
            values.update(zip(node.output, made, strict=False))
        return values[self.graph.output[0].name]

    def a_number_each(self, name: str) -> dict[str, Callable]:
        """
        What to change for an input that the graph takes as one number, and that is to be a list
        [B] instead: where the graph makes a list of it, it is one already.
        """
        wraps = [n for n in self.nodes if n.op_type == "Unsqueeze" and n.input[0] == name]
        return {node.output[0]: lambda numbers, _: numbers for node in wraps}

    def _run(self, node, given: list) -> list:
        if node.op_type == "Shape":
            return [np.array(given[0].shape, np.int64)]
        if not any(isinstance(value, torch.Tensor) for value in given):
            return self._known(node, given)
        options = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        run = OPERATORS.get(node.op_type)
        if run is None:
            raise ValueError(f"{node.name}: no torch operator for {node.op_type}")
        return [run(options, *given)]

    def _known(self, node, given: list) -> list:
        """What hangs on no tensor, computed once for each of the values that it hangs on."""
        key = (
            node.output[0],
            *(np.asarray(value).tobytes() for value in given if value is not None),
        )
        if key not in self.known:
            self.known[key] = self._compute(node, given)
        return self.known[key]

    def _compute(self, node, given: list) -> list:
        names = [name for name in node.input if name]
        values = [helper.make_tensor_value_info(name, 0, None) for name in [*names, *node.output]]
        count = len(names)
        graph = helper.make_graph([node], "known", values[:count], values[count:])
        alone = helper.make_model(graph, opset_imports=self.opset)
        return ReferenceEvaluator(alone).run(
            None, {n: v for n, v in zip(node.input, given, strict=True) if n}
        )


def _tensor(value):
    """A known value as a number where it is one, else as a constant."""
    if isinstance(value, np.ndarray | np.generic):
        return value.item() if value.ndim == 0 else torch.from_numpy(np.array(value))
    return value


def _both(run: Callable) -> Callable:
    return lambda _, a, b: run(_beside(a, b), _beside(b, a))


def _beside(value, other):
    """A known value, as one number where it is the same everywhere and as large as the other."""
    if isinstance(value, np.ndarray) and isinstance(other, torch.Tensor) and value.size:
        fits = np.broadcast_shapes(value.shape, tuple(other.shape)) == tuple(other.shape)
        if fits and (value == value.flat[0]).all():
            return value.flat[0].item()
    return _tensor(value)


def _ints(value) -> list[int]:
    return [int(number) for number in np.asarray(value).reshape(-1)]


def _gather(options, table, places):
    axis = options.get("axis", 0)
    if isinstance(places, np.ndarray | np.generic) and np.ndim(places) == 0:
        return table.select(axis, int(places))
    places, table = _tensor(places), _tensor(table)
    if axis:
        return table.index_select(axis, places)
    return F.embedding(places, table) if table.ndim == 2 else table[places]


def _slice(_, data, starts, ends, axes=None, steps=None):
    axes = range(len(_ints(starts))) if axes is None else _ints(axes)
    steps = [1] * len(_ints(starts)) if steps is None else _ints(steps)
    cuts = [slice(None)] * data.ndim
    for axis, start, end, step in zip(axes, _ints(starts), _ints(ends), steps, strict=True):
        cuts[axis] = slice(start, end, step)
    return data[tuple(cuts)]


def _reshape(_, data, shape):
    return data.reshape([data.shape[i] if n == 0 else n for i, n in enumerate(_ints(shape))])


def _unsqueeze(_, data, axes):
    for axis in sorted(_ints(axes)):
        data = data.unsqueeze(axis)
    return data


def _expand(_, data, shape):
    return data.expand(np.broadcast_shapes(tuple(data.shape), tuple(_ints(shape))))


def _convolution(options, data, weight, bias=None):
    pads = options["pads"]
    half = len(pads) // 2
    if pads[:half] != pads[half:]:
        raise ValueError("a convolution whose padding differs from side to side")
    return F.conv2d(
        data, weight, bias, options["strides"], pads[:half], options["dilations"], options["group"]
    )


def _linear(options, data, weight, bias):
    return data @ (weight.T if options.get("transB") else weight) + bias


def _normalise(data, axes: list[int], epsilon: float):
    centred = data - data.mean(axes, keepdim=True)
    return centred * torch.rsqrt((centred * centred).mean(axes, keepdim=True) + epsilon)


def _instance_norm(options, data, scale, shift):
    shape = [1, -1, *[1] * (data.ndim - 2)]
    made = _normalise(data, list(range(2, data.ndim)), options["epsilon"])
    scale, shift = _tensor(scale), _tensor(shift)
    return made * scale.reshape(shape) + shift.reshape(shape)


def _layer_norm(options, data, scale, shift):
    return _normalise(data, [-1], options["epsilon"]) * scale + shift


def _resize(_, data, roi=None, scales=None, sizes=None):
    scale = (
        [s // n for s, n in zip(_ints(sizes), data.shape, strict=True)]
        if scales is None
        else _ints(scales)
    )
    return F.interpolate(data, scale_factor=scale[2:], mode="nearest")


def _depth_to_space(options, data):
    if options.get("mode") != b"CRD":
        raise ValueError("pixels shuffled in an order that torch has no operator for")
    return F.pixel_shuffle(data, options["blocksize"])


OPERATORS: dict[str, Callable] = {
    "Add": _both(lambda a, b: a + b),
    "Sub": _both(lambda a, b: a - b),
    "Mul": _both(lambda a, b: a * b),
    "Div": _both(lambda a, b: a / b),
    "Pow": _both(lambda a, b: a**b),
    "MatMul": _both(lambda a, b: a @ b),
    "Equal": _both(lambda a, b: a == b),
    "LessOrEqual": _both(lambda a, b: a <= b),
    "Where": lambda _, known, a, b: torch.where(*map(_tensor, (known, a, b))),
    "Sqrt": lambda _, data: data.sqrt(),
    "Erf": lambda _, data: data.erf(),
    "Sigmoid": lambda _, data: data.sigmoid(),
    "Sin": lambda _, data: data.sin(),
    "Cos": lambda _, data: data.cos(),
    "Softmax": lambda options, data: data.softmax(options.get("axis", -1)),
    "Cast": lambda options, data: data.to(TYPES[options["to"]]),
    "Identity": lambda _, data: data,
    "Gather": _gather,
    "Slice": _slice,
    "Reshape": _reshape,
    "Flatten": lambda options, data: data.flatten(0, options["axis"] - 1).flatten(1),
    "Transpose": lambda options, data: data.permute(options["perm"]),
    "Unsqueeze": _unsqueeze,
    "Squeeze": lambda _, data, axes: data.squeeze(_ints(axes)),
    "Expand": _expand,
    "Concat": lambda options, *parts: torch.cat([_tensor(p) for p in parts], options["axis"]),
    "Conv": _convolution,
    "DepthToSpace": _depth_to_space,
    "Gemm": _linear,
    "InstanceNormalization": _instance_norm,
    "LayerNormalization": _layer_norm,
    "Resize": _resize,
}
