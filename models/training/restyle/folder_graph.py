"""A graph of a model folder as a torch module whose weights go on learning, and the way back."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from ..export.onnx_in_torch import OnnxInTorch
from ..export.read_back import graph_weights
from ..export.stored_weights import shrink_weights

LATENT_SCALE = (1, 4, 1, 1)


def plain_graph(path: Path) -> onnx.ModelProto:
    """
    The graph of a file with every weight as float32 under its own name, without the nodes that
    work it out from what is stored.
    """
    model = onnx.load(path)
    weights, graph = graph_weights(path), model.graph
    nodes = [n for n in graph.node if n.output[0] not in weights or n.op_type == "Identity"]
    made = {name for node in nodes for name in node.output}
    read = {name for node in nodes for name in node.input}
    kept = [
        numpy_helper.from_array(value.numpy(), name)
        for name, value in weights.items()
        if name in read - made
    ]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    return model


def _learns(value: torch.Tensor) -> bool:
    """Numbers do, but for the scale of the latents, which encoder and decoder share."""
    return value.is_floating_point() and value.ndim > 0 and value.shape != LATENT_SCALE


class FolderGraph(nn.Module):
    """The first output of a graph for its inputs, in their order, with weights that learn."""

    def __init__(self, path: Path):
        super().__init__()
        self.model = plain_graph(path)
        self.graph = OnnxInTorch(self.model)
        self.changed = self.graph.a_number_each("timestep")
        self.inputs = [given.name for given in self.model.graph.input]
        self.names = [name for name, value in self.graph.weights.items() if _learns(value)]
        self.fixed = {n: v for n, v in self.graph.weights.items() if n not in self.names}
        self.learned = nn.ParameterList(self.graph.weights[name] for name in self.names)

    def forward(self, *given):
        """What the graph computes with the present weights."""
        learned = dict(zip(self.names, self.learned, strict=True))
        inputs = dict(zip(self.inputs, given, strict=True))
        return self.graph(inputs, {**self.fixed, **learned}, self.changed)

    def write(self, path: Path, integers: bool) -> None:
        """Writes the graph with the present weights, as bytes or as float16."""
        values = dict(zip(self.names, self.learned, strict=True))
        for tensor in self.model.graph.initializer:
            if tensor.name in values:
                value = np.ascontiguousarray(values[tensor.name].detach().numpy())
                tensor.CopyFrom(numpy_helper.from_array(value, tensor.name))
        path.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(self.model, path)
        shrink_weights(path, integers)
