"""
Writes a model folder from the checkpoints: python -m training.export FOLDER [--name turbo]
"""

import argparse
import shutil
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..settings import prepare_torch, report, state_dir
from ..text_to_image.latents import latent_encoder
from ..text_to_image.networks import UNET
from ..text_to_image.sample import Sampler
from ..text_to_image.tokenizer import MAX_TOKENS
from ..world.dataset import held_out, load_dataset
from .conditioning_mean import add_mean_to_text, missing_mean, take_mean_from_attention
from .describe import MODELS, write_progress, write_settings, write_words
from .graphs import export_graphs
from .preview import write_latent_rgb


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
    parser.add_argument("--name", choices=list(MODELS), default="text_to_image")
    options = parser.parse_args()
    folder = options.folder
    prepare_torch()
    sampler = Sampler(torch.device("cpu"), options.name)
    pictures, records = load_dataset("pictures")
    encoder, decoder, statistics = load_autoencoder()
    amount = missing_mean(sampler.text_encoder)
    add_mean_to_text(sampler.text_encoder, amount)
    take_mean_from_attention(sampler.unet, amount)
    export_graphs(folder, sampler.text_encoder, sampler.unet, encoder, decoder, statistics)
    shutil.copytree(state_dir() / "tokenizer", folder / "tokenizer", dirs_exist_ok=True)
    write_settings(folder, sampler.tokenizer, options.name)
    write_words(folder, records)
    if options.name == "text_to_image":
        write_progress(folder)
    shown = pictures[-held_out(len(pictures)) :]
    latents = latent_encoder(torch.device("cpu"))(as_tensor(shown, "cpu"))
    explained = write_latent_rgb(latents, shown, folder / "latent_rgb.json")
    size = sum(path.stat().st_size for path in folder.rglob("*.onnx")) / 1e6
    figures = {"megabytes": round(size, 1), "preview_variance_explained": round(explained, 3)}
    report(f"export-{options.name}", **figures, **time_on_cpu(folder))


if __name__ == "__main__":
    main()
