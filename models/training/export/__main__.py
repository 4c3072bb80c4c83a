"""
Writes a model folder from the checkpoints: python -m training.export FOLDER [--name turbo]
"""

import argparse
import json
import shutil
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from ..autoencoder.checkpoint import HELD_OUT, load_autoencoder
from ..autoencoder.networks import WIDTHS
from ..settings import prepare_torch, report, state_dir
from ..text_to_image.latents import load_latents
from ..text_to_image.networks import UNET
from ..text_to_image.sample import Sampler
from ..text_to_image.schedule import SCHEDULER, TURBO_SCHEDULER
from ..text_to_image.tokenizer import MAX_TOKENS, caption_words
from ..world import vocabulary
from ..world.dataset import load_dataset
from ..world.figures import MANNERS
from .graphs import export_graphs
from .preview import write_latent_rgb

PARTS = {
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae_encoder": ["diffusers", "AutoencoderKL"],
    "vae_decoder": ["diffusers", "AutoencoderKL"],
}


def _write_json(path: Path, value) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n")


def write_settings(folder: Path, tokenizer, scheduler: dict) -> None:
    """The model index, and each part's config."""
    index = {"scheduler": ["diffusers", scheduler["_class_name"]], **PARTS}
    _write_json(folder / "model_index.json", {"_class_name": "StableDiffusionPipeline", **index})
    _write_json(folder / "scheduler/scheduler_config.json", scheduler)
    _write_json(folder / "unet/config.json", {"_class_name": "UNet2DConditionModel", **UNET})
    autoencoder = {
        "_class_name": "AutoencoderKL",
        "sample_size": 128,
        "latent_channels": 4,
        "scaling_factor": 1.0,
        "block_out_channels": [12, *WIDTHS],
    }
    for part in ("vae_encoder", "vae_decoder"):
        _write_json(folder / part / "config.json", autoencoder)
    text = {
        "architectures": ["CLIPTextModel"],
        "hidden_size": UNET["cross_attention_dim"],
        "max_position_embeddings": MAX_TOKENS,
        "vocab_size": len(tokenizer),
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.eos_token_id,
    }
    _write_json(folder / "text_encoder/config.json", text)


def write_words(folder: Path, records) -> None:
    """words.json: what the model has seen, by kind, and what was kept from it."""
    first = lambda table: [wordings[0] for wordings in table.values()]  # noqa: E731
    environments = [w.replace("{colour} ", "") for w in first(vocabulary.ENVIRONMENTS)]
    words = {
        "words": caption_words([c for record in records for c in record["captions"]]),
        "subjects": vocabulary.SUBJECTS,
        "colours": list(vocabulary.COLOURS),
        "poses": MANNERS["person"],
        "expressions": MANNERS["face"],
        "gestures": MANNERS["hand"],
        "environments": environments,
        "lights": first(vocabulary.LIGHTS),
        "looks": first(vocabulary.LOOKS),
        "places": first(vocabulary.PLACES),
        "styles": first(vocabulary.STYLES),
        "relations": ["left of", "right of", "above", "below", "next to", "in front of", "behind"],
        "counts": [number for pair in vocabulary.NUMBER_WORDS.values() for number in pair],
        "heldOut": vocabulary.HOLDOUT["subjects"],
    }
    lines = [f"  {json.dumps(kind)}: {json.dumps(values)}" for kind, values in words.items()]
    (folder / "words.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def time_on_cpu(folder: Path) -> dict[str, float]:
    """Milliseconds of one guided UNet pass (a batch of 2) and of one decoding, two threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    width = UNET["cross_attention_dim"]
    inputs = {
        "unet": {
            "sample": np.zeros((2, 4, 16, 16), np.float32),
            "timestep": np.array(9.0, np.float32),
            "encoder_hidden_states": np.zeros((2, MAX_TOKENS, width), np.float32),
        },
        "vae_decoder": {"latent_sample": np.zeros((1, 4, 16, 16), np.float32)},
    }
    figures = {}
    for part, values in inputs.items():
        path = str(folder / part / "model.onnx")
        session = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
        session.run(None, values)
        started = time.time()
        for _ in range(10):
            session.run(None, values)
        figures[f"{part}_ms"] = round((time.time() - started) * 100, 1)
    return figures


def main() -> None:
    """Reads the command line, writes the folder and reports sizes and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", default="text_to_image", help="checkpoint to export")
    options = parser.parse_args()
    folder = options.folder
    prepare_torch()
    sampler = Sampler(torch.device("cpu"), options.name)
    pictures, records = load_dataset("pictures")
    encoder, decoder, statistics = load_autoencoder()
    export_graphs(folder, sampler.text_encoder, sampler.unet, encoder, decoder, statistics)
    shutil.copytree(state_dir() / "tokenizer", folder / "tokenizer", dirs_exist_ok=True)
    write_settings(folder, sampler.tokenizer, TURBO_SCHEDULER if sampler.turbo else SCHEDULER)
    write_words(folder, records)
    latents = load_latents("pictures", torch.device("cpu"))[-HELD_OUT:]
    explained = write_latent_rgb(latents, pictures[-HELD_OUT:], folder / "latent_rgb.json")
    size = sum(path.stat().st_size for path in folder.rglob("*.onnx")) / 1e6
    figures = {"megabytes": round(size, 1), "preview_variance_explained": round(explained, 3)}
    report(f"export-{options.name}", **figures, **time_on_cpu(folder))


if __name__ == "__main__":
    main()
