"""How an ONNX file stores its weights: smaller than the float32 in which they are used."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST = 1024  # values; smaller tensors stay as they are
LARGEST_INTEGER = 127
STORED = ("_half", "_integers", "_cast", "_scale")  # endings of what is stored in a weight's place


def _as_halves(name: str, values: np.ndarray):
    """float16, and the node that casts it back."""
    half = numpy_helper.from_array(values.astype(np.float16), f"{name}_half")
    return [half], [helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT)]


def _as_integers(name: str, values: np.ndarray):
    """One byte a value and a scale a row, and the nodes that multiply them."""
    across = tuple(range(1, values.ndim))
    scale = np.abs(values).max(across, keepdims=True) / LARGEST_INTEGER
    scale = np.maximum(scale, np.finfo(np.float32).tiny).astype(np.float32)
    integers = np.round(values / scale).astype(np.int8)
    stored = [
        numpy_helper.from_array(integers, f"{name}_integers"),
        numpy_helper.from_array(scale, f"{name}_scale"),
    ]
    cast = helper.make_node("Cast", [f"{name}_integers"], [f"{name}_cast"], to=TensorProto.FLOAT)
    return stored, [cast, helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [name])]


def shrink_weights(path: Path, integers: bool = False) -> None:
    """
    Rewrites the file in place with weights of half the size or, as integers, a quarter. Only
    storage is smaller: the runtime works the weights out once, at load, and computes in float32.
    """
    model = onnx.load(path)
    graph = model.graph
    kept, restored = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size <= SMALLEST:
            kept.append(tensor)
            continue
        store = _as_integers if integers and values.ndim > 1 else _as_halves
        tensors, nodes = store(tensor.name, values)
        kept += tensors
        restored += nodes
    nodes = list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(restored + nodes)
    onnx.save(model, path)
