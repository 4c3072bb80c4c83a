"""The way back from a model folder to weights, for training on a machine without checkpoints."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from .stored_weights import STORED

# Of each part: its folder, and the name that its network has inside the exported graph.
PARTS = {
    "text_encoder": ("text_encoder", "text_encoder."),
    "unet": ("unet", "unet."),
    "encoder": ("vae_encoder", "encoder."),
    "decoder": ("vae_decoder", "decoder."),
}
CONTROL = ("controlnet", "control.")
# Networks that are a graph each, in folders of their own beside the models.
ALONE = {"judge": ("similarity", "judge."), "decomposer": ("annotators/decomposer", "decomposer.")}
STATISTICS = ("mean", "deviation")
PASSED_ON = ("Cast", "Identity")  # small storage, and one copy for weights that are equal


class UnnamedWeights(ValueError):
    """A graph of an older export, which cannot be read back."""


def graph_weights(path: Path) -> dict[str, torch.Tensor]:
    """Every named weight of an ONNX file; what is stored smaller comes back as float32."""
    graph = onnx.load(path).graph
    found = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for node in graph.node:
        if node.op_type in PASSED_ON and node.input[0] in found:
            found[node.output[0]] = found[node.input[0]]
        elif node.op_type == "Mul" and all(name in found for name in node.input):
            integers, scale = (found[name] for name in node.input)
            found[node.output[0]] = integers * scale
    return {n: v.float() if v.dtype == torch.float16 else v for n, v in found.items()}


def network_weights(
    path: Path, weights: dict[str, torch.Tensor], prefix: str
) -> dict[str, torch.Tensor]:
    """The state dict of the network that a graph holds under a prefix."""
    named = {n[len(prefix) :]: value for n, value in weights.items() if n.startswith(prefix)}
    named = {n: value for n, value in named.items() if not n.endswith(STORED)}
    if not named:
        raise UnnamedWeights(f"{path} does not name its weights: it comes from an older export")
    return named


def read_model_folder(folder: Path) -> dict[str, dict[str, torch.Tensor]]:
    """
    State dicts of text_encoder, unet, encoder and decoder of a folder that `training.export`
    wrote, and the latents' `statistics`: mean and deviation, [1, 4, 1, 1] each. Weights are as
    exact as they are stored. The tokenizer lies in the folder's `tokenizer`.
    """
    paths = {part: Path(folder) / place / "model.onnx" for part, (place, _) in PARTS.items()}
    weights = {part: graph_weights(path) for part, path in paths.items()}
    networks = {
        part: network_weights(paths[part], weights[part], prefix)
        for part, (_, prefix) in PARTS.items()
    }
    return {**networks, "statistics": {name: weights["encoder"][name] for name in STATISTICS}}


def read_control(folder: Path) -> dict[str, torch.Tensor] | None:
    """The state dict of a folder's control network; None where it has none."""
    place, prefix = CONTROL
    path = Path(folder) / place / "model.onnx"
    return network_weights(path, graph_weights(path), prefix) if path.exists() else None


def read_alone(name: str, models: Path) -> dict[str, torch.Tensor]:
    """The state dict of the judge or the decomposer in a folder of models."""
    place, prefix = ALONE[name]
    path = models / place / "model.onnx"
    weights = network_weights(path, graph_weights(path), prefix)
    # How many batches a normalisation has counted is in no graph, and nothing depends on it.
    means = [part for part in weights if part.endswith("running_mean")]
    counted = [mean.replace("running_mean", "num_batches_tracked") for mean in means]
    return {**weights, **dict.fromkeys(counted, torch.tensor(0))}
