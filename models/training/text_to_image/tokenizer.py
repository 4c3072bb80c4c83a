"""A byte-pair tokenizer in CLIP's format in which every word of the captions is one token."""

import json
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from transformers import CLIPTokenizer

from ..world.captions import words_of

BOS, EOS = "<|startoftext|>", "<|endoftext|>"
MAX_TOKENS = 77
END = "</w>"
# CLIP's own splitting: letters together, each digit alone, other signs together.
WORD = r"[a-z]+|[0-9]|[^\sa-z0-9]+"


def _byte_characters() -> list[str]:
    """GPT-2's printable stand-ins for the 256 bytes, in CLIP's order."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    return [chr(b) for b in printable] + [chr(256 + k) for k in range(len(rest))]


def _merges(captions: list[str]) -> list[tuple[str, str]]:
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix=END))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(WORD), "removed", invert=True)
    trainer = trainers.BpeTrainer(
        vocab_size=8000, end_of_word_suffix=END, show_progress=False, min_frequency=1
    )
    tokenizer.train_from_iterator(captions, trainer)
    pairs = json.loads(tokenizer.to_str())["model"]["merges"]
    return [tuple(p) if isinstance(p, list) else tuple(p.split(" ")) for p in pairs]


def write_tokenizer(captions: list[str], folder: Path) -> None:
    """Writes vocab.json, merges.txt and the tokenizer's settings, for words of the captions."""
    folder.mkdir(parents=True, exist_ok=True)
    merges = _merges(captions)
    characters = _byte_characters()
    tokens = characters + [c + END for c in characters]
    known = set(tokens)
    for left, right in merges:
        if left + right not in known:
            known.add(left + right)
            tokens.append(left + right)
    tokens += [BOS, EOS]
    ids = {token: index for index, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(ids, ensure_ascii=False))
    lines = ["#version: 0.2", *(" ".join(pair) for pair in merges)]
    (folder / "merges.txt").write_text("\n".join(lines) + "\n")
    special = {"bos_token": BOS, "eos_token": EOS, "unk_token": EOS, "pad_token": EOS}
    config = {
        "tokenizer_class": "CLIPTokenizer",
        "model_max_length": MAX_TOKENS,
        **special,
        "do_lower_case": True,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
    (folder / "special_tokens_map.json").write_text(json.dumps(special, indent=2) + "\n")


def load_tokenizer(folder: Path) -> CLIPTokenizer:
    """The written tokenizer."""
    return CLIPTokenizer.from_pretrained(folder)


def caption_words(captions: list[str]) -> list[str]:
    """Every different word of the captions, without signs."""
    return sorted({word for caption in captions for word in words_of(caption)})
