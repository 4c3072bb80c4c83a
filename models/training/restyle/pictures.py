"""Pictures in the new look, as the model folder that is to draw them reads them."""

import hashlib
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from ..autoencoder.checkpoint import as_tensor
from ..text_to_image.batches import Batches
from ..text_to_image.latents import kept_latents
from ..text_to_image.tokenizer import load_tokenizer
from ..world.dataset import held_out, is_drawn, load_dataset
from ..world.plans import SIZES

PREFIX = "inkwell-"


def _open_graph(path: Path) -> onnxruntime.InferenceSession:
    """A graph to compute with, on one thread: training has the others."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])


def folder_latents(folder: Path, name: str, device="cpu") -> torch.Tensor:
    """Latent means [N, 4, h, w] of a data set, by the folder's own encoder."""

    path = folder / "vae_encoder/model.onnx"
    # Kept under what made them: an encoder of the same folder that has changed makes others.
    file = f"latents-{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}.pt"

    def open_encoder():
        encoder = _open_graph(path)
        return lambda batch: torch.from_numpy(
            encoder.run(None, {"sample": batch.numpy()})[0][:, :4]
        )

    return kept_latents(name, file, open_encoder, device)


class WordedLatents:
    """Random latents and what the folder's text encoder makes of a caption of each."""

    def __init__(self, folder: Path):
        tokenizer = load_tokenizer(folder / "tokenizer")
        self.batches = Batches(
            torch.device("cpu"), PREFIX, lambda *name: folder_latents(folder, *name), tokenizer
        )
        self.text_encoder = _open_graph(folder / "text_encoder/model.onnx")

    def pick(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents [B, 4, h, w] and conditioning [B, tokens, width]."""
        picked = self.batches.pick(count)
        inputs = {"input_ids": picked.ids.numpy()}
        return picked.clean, torch.from_numpy(self.text_encoder.run(None, inputs)[0])


class SeenLatents:
    """Random latents and the pictures that they stand for, of one size at a time."""

    def __init__(self, folder: Path):
        names = [f"{PREFIX}{size}" for size in SIZES]
        names = [name for name in names if is_drawn(name)]
        self.pictures = [load_dataset(name)[0] for name in names]
        self.latents = [folder_latents(folder, name) for name in names]
        self.shares = torch.tensor([float(len(pictures)) for pictures in self.pictures])

    def pick(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents [B, 4, h, w] and pictures [B, 3, H, W]."""
        size = int(torch.multinomial(self.shares, 1))
        learned = len(self.pictures[size]) - held_out(len(self.pictures[size]))
        rows: np.ndarray = torch.randint(learned, (count,)).sort().values.numpy()
        return self.latents[size][rows].float(), as_tensor(self.pictures[size][rows], "cpu")
