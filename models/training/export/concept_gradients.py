"""
Loss and gradients of a model folder's own graphs, for training words and styles without Python:
python -m training.export.concept_gradients FOLDER

Writes FOLDER/gradients/model.onnx, which holds no weights: those are inputs, `<file>:<weight>`,
which whoever opens the graph takes from the folder's files.
"""

import argparse
import re
from pathlib import Path

import torch
from diffusers import DDPMScheduler

from .gradients import export_gradients
from .onnx_in_torch import OnnxInTorch

BATCH, VECTORS, RANK = 4, 4, 4
TOKENS = 77
LORA_LAYER = re.compile(
    r"((?:down_blocks|mid_block|up_blocks)\..*\.attn[12]\.(?:to_[qkv]|to_out\.0))$"
)


class ConceptLoss:
    """
    The denoising loss of a model folder, in float32, for vectors that stand in for tokens (textual
    inversion) and for low-rank additions to the UNet's attention projections (LoRA).
    """

    def __init__(self, folder: Path):
        files = ("text_encoder/model.onnx", "unet/model.onnx")
        self.text_encoder, self.unet = (OnnxInTorch(folder / file) for file in files)
        self.weights = {
            f"{file}:{name}": value
            for file, graph in zip(files, (self.text_encoder, self.unet), strict=True)
            for name, value in graph.weights.items()
        }
        self.layers = _lora_layers(self.unet)
        scheduler = DDPMScheduler.from_pretrained(folder, subfolder="scheduler")
        self.prediction = scheduler.config.prediction_type
        self.kept = scheduler.alphas_cumprod.sqrt()
        self.mixed_in = (1 - scheduler.alphas_cumprod).sqrt()
        self.lookups = _lookups(self.text_encoder)
        self.width = self.lookups[-1][1].shape[1]

    def learned(self) -> dict[str, torch.Tensor]:
        """What is learned: vectors [V, width], `<layer>.down` [R, in], `<layer>.up` [out, R]."""
        made = {"vectors": torch.randn(VECTORS, self.width)}
        for name, (inputs, outputs) in self.layers.values():
            made[f"{name}.down"] = torch.randn(RANK, inputs) / RANK
            made[f"{name}.up"] = torch.randn(outputs, RANK) / RANK
        return made

    def inputs(self, side: int = 16) -> dict[str, torch.Tensor]:
        """All inputs but weights: latents and noise [B, 4, h, w], timesteps [B], ids [B, 77]."""
        latents = lambda: torch.randn(BATCH, 4, side, side)  # noqa: E731
        return {
            "latents": latents(),
            "noise": latents(),
            "timesteps": torch.randint(0, len(self.kept), (BATCH,)),
            "input_ids": torch.arange(BATCH * TOKENS).reshape(BATCH, TOKENS) % self.first_id,
            **self.learned(),
        }

    @property
    def first_id(self) -> int:
        """The id that a prompt gives to the first vector: the one after the vocabulary's."""
        return len(self.lookups[0][1])

    def __call__(self, given: dict[str, torch.Tensor]) -> torch.Tensor:
        """The mean squared error of what the UNet predicts; `given` holds inputs and weights."""
        weights = {"text_encoder": {}, "unet": {}}
        for key in self.weights:
            part, name = key.split("/model.onnx:")
            weights[part][name] = given[key]
        placed = self._with_vectors(given["vectors"])
        ids = {"input_ids": given["input_ids"]}
        text = self.text_encoder(ids, weights["text_encoder"], placed)
        latents, noise = given["latents"], given["noise"]
        shape = (-1, 1, 1, 1)
        kept = self.kept[given["timesteps"]].reshape(shape)
        mixed_in = self.mixed_in[given["timesteps"]].reshape(shape)
        sample = {
            "sample": kept * latents + mixed_in * noise,
            "timestep": given["timesteps"],
            "encoder_hidden_states": text,
        }
        changed = {**self._with_loras(given), **self.unet.a_number_each("timestep")}
        made = self.unet(sample, weights["unet"], changed)
        velocity = kept * noise - mixed_in * latents
        target = velocity if self.prediction == "v_prediction" else noise
        return ((made - target) ** 2).mean()

    def _with_vectors(self, vectors: torch.Tensor) -> dict:
        """Each lookup of token ids, with ids behind its last one for the vectors."""
        changed = {}
        for i, (output, table) in enumerate(self.lookups):
            rows = len(table)
            if i < len(self.lookups) - 1:
                after = len(self.lookups[i + 1][1])
                changed[output] = _passed_on(rows, after)
            else:
                changed[output] = _placed(rows, vectors)
        return changed

    def _with_loras(self, given: dict) -> dict:
        def added(down, up):
            return lambda data, weight: data @ weight + data @ down.T @ up.T

        return {
            output: added(given[f"{name}.down"], given[f"{name}.up"])
            for output, (name, _) in self.layers.items()
        }


def _passed_on(rows: int, after: int):
    return lambda table, ids: torch.where(
        ids < rows, table[ids.clamp(max=rows - 1)], ids - rows + after
    )


def _placed(rows: int, vectors: torch.Tensor):
    def lookup(table, ids):
        known = torch.nn.functional.embedding(ids.clamp(max=rows - 1), table)
        hot = (ids[..., None] == torch.arange(rows, rows + len(vectors))).float()
        return known * (1 - hot.sum(-1, keepdim=True)) + hot @ vectors

    return lookup


def _source(graph: OnnxInTorch, name: str) -> str:
    """The weight that a value is, through casts, turns and the scales of stored integers."""
    makers = {output: node for node in graph.nodes for output in node.output}
    while name in makers:
        node = makers[name]
        scaled = node.op_type == "Mul" and node.input[1].endswith("_scale")
        if not scaled and node.op_type not in ("Cast", "Identity", "Transpose"):
            break
        name = node.input[0]
    return name


def _lookups(graph: OnnxInTorch) -> list[tuple[str, torch.Tensor]]:
    """
    The output and the table of each lookup of a token's id, in order: the last one gives its
    vector, any before it another id.
    """
    ids, found = {"input_ids"}, []
    for node in graph.nodes:
        table = (
            graph.weights.get(_source(graph, node.input[0])) if node.op_type == "Gather" else None
        )
        if table is not None and node.input[1] in ids:
            found.append((node.output[0], table))
            if table.ndim == 2:
                return found
            ids.update(node.output)
        elif node.op_type != "Shape" and ids.intersection(node.input):
            ids.update(node.output)
    raise ValueError("a text encoder without a table of token embeddings")


def _lora_layers(graph: OnnxInTorch) -> dict[str, tuple[str, tuple[int, int]]]:
    """Of each attention projection, by its output: its name, its inputs and its outputs."""
    layers = {}
    for node in graph.nodes:
        weight = (
            graph.weights.get(_source(graph, node.input[1])) if node.op_type == "MatMul" else None
        )
        module = LORA_LAYER.search(node.name.strip("/").replace("/", ".").removesuffix(".MatMul"))
        if weight is None or not module:
            continue
        makers = {output: n for n in graph.nodes for output in n.output}
        maker = makers.get(node.input[1])
        turned = maker is not None and maker.op_type == "Transpose"
        outputs, inputs = weight.shape if turned else weight.shape[::-1]
        layers[node.output[0]] = (module[1], (inputs, outputs))
    return layers


def export_concept_gradients(folder: Path, side: int = 16) -> ConceptLoss:
    """Writes the folder's `gradients/model.onnx` for latents of `side` by `side`."""
    torch.manual_seed(0)
    loss = ConceptLoss(folder)
    path = folder / "gradients/model.onnx"
    export_gradients(loss, {**loss.inputs(side), **loss.weights}, list(loss.learned()), path)
    return loss


def main() -> None:
    """Reads the command line and writes the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    export_concept_gradients(folder)
    size = (folder / "gradients/model.onnx").stat().st_size / 1e6
    print(f"{folder / 'gradients/model.onnx'}: {size:.1f} MB")


if __name__ == "__main__":
    main()
