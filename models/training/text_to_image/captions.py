"""Captions of the data set as token ids."""

import torch

from ..parallel import by_first
from ..settings import state_dir
from .tokenizer import MAX_TOKENS, load_tokenizer, write_tokenizer

AT_ONCE = 10_000  # captions; what a tokenizer gives takes kilobytes for each


def tokenizer_for(records: list[dict]):
    """The tokenizer of the captions, written on first use and kept, so that ids never move."""
    folder = state_dir() / "tokenizer"
    captions = [caption for record in records for caption in record["captions"]]
    by_first(not folder.exists(), lambda: write_tokenizer(captions, folder))
    return load_tokenizer(folder)


def token_ids(tokenizer, texts: list[str]) -> torch.Tensor:
    """Padded ids int64 [B, 77] of texts."""
    options = {"padding": "max_length", "truncation": True, "max_length": MAX_TOKENS}
    return torch.tensor(tokenizer(texts, **options)["input_ids"])


def caption_ids(tokenizer, records: list[dict]) -> torch.Tensor:
    """Ids int16 [N, captions a picture, 77]."""
    per_picture = len(records[0]["captions"])
    texts = [c for record in records for c in record["captions"]]
    parts = [
        token_ids(tokenizer, texts[start : start + AT_ONCE]).to(torch.int16)
        for start in range(0, len(texts), AT_ONCE)
    ]
    return torch.cat(parts).view(-1, per_picture, MAX_TOKENS)
