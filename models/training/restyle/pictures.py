"""Pictures in the new look, as the model folder that is to draw them reads them."""

from pathlib import Path

import numpy as np
import onnxruntime
import torch

from ..autoencoder.checkpoint import as_tensor
from ..parallel import agree, rank
from ..settings import state_dir
from ..text_to_image.captions import token_ids
from ..text_to_image.tokenizer import load_tokenizer
from ..world.dataset import held_out, is_drawn, load_dataset

NAMES = ("inkwell-pictures", "inkwell-wide", "inkwell-tall")
DROPPED = 0.1  # share of captions emptied, so that guidance has something to guide away from
AT_ONCE = 100


def open_graph(path: Path) -> onnxruntime.InferenceSession:
    """A graph to compute with, on one thread: training has the others."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])


def _latents(folder: Path, name: str, pictures: np.ndarray) -> torch.Tensor:
    """Latent means [N, 4, h, w] of a data set, worked out once and kept beside it."""
    path = state_dir() / name / f"latents-{folder.resolve().name}.pt"
    if agree(not path.exists()) and rank() == 0:
        encoder = open_graph(folder / "vae_encoder/model.onnx")
        starts = range(0, len(pictures), AT_ONCE)
        batches = (as_tensor(pictures[start : start + AT_ONCE], "cpu") for start in starts)
        means = [encoder.run(None, {"sample": batch.numpy()})[0][:, :4] for batch in batches]
        torch.save(torch.from_numpy(np.concatenate(means)).half(), path)
    agree(True)  # waits until the first process has written it
    return torch.load(path)


class StyledPictures:
    """Random batches of one size: pictures, latents and conditioning, none of those held out."""

    def __init__(self, folder: Path):
        names = [name for name in NAMES if is_drawn(name)]
        sets = [load_dataset(name) for name in names]
        self.pictures = [pictures for pictures, _ in sets]
        self.latents = [_latents(folder, n, p) for n, p in zip(names, self.pictures, strict=True)]
        self.captions = [[record["captions"] for record in records] for _, records in sets]
        self.shares = torch.tensor([float(len(pictures)) for pictures in self.pictures])
        self.tokenizer = load_tokenizer(folder / "tokenizer")
        self.text_encoder = open_graph(folder / "text_encoder/model.onnx")

    def _rows(self, count: int) -> tuple[int, np.ndarray]:
        size = int(torch.multinomial(self.shares, 1))
        learned = len(self.pictures[size]) - held_out(len(self.pictures[size]))
        return size, torch.randint(learned, (count,)).sort().values.numpy()

    def with_latents(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents [B, 4, h, w] and the pictures [B, 3, H, W] that they stand for."""
        size, rows = self._rows(count)
        return self.latents[size][rows].float(), as_tensor(self.pictures[size][rows], "cpu")

    def with_words(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents [B, 4, h, w] and the conditioning [B, tokens, width] of a caption each."""
        size, rows = self._rows(count)
        wordings = torch.randint(len(self.captions[size][0]), (count,)).tolist()
        texts = [self.captions[size][row][n] for row, n in zip(rows, wordings, strict=True)]
        kept = torch.rand(count) >= DROPPED
        return self.latents[size][rows].float(), self.conditioning(
            [text if keep else "" for text, keep in zip(texts, kept, strict=True)]
        )

    def conditioning(self, texts: list[str]) -> torch.Tensor:
        """Conditioning [B, tokens, width] of texts."""
        ids = token_ids(self.tokenizer, texts).numpy()
        return torch.from_numpy(self.text_encoder.run(None, {"input_ids": ids})[0])
