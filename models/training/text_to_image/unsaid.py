"""
Phrases of weight 0 in training captions. A causal text encoder tells every later vector, the
padding too, what a phrase says, and a UNet may as well read it there: then a prompt weight, which
scales the phrase's own vectors alone, hardly acts. So some captions get a phrase of another
picture's, of weight 0, and the picture stays as it is: what has weight 0 is not said.
"""

import random

import torch

from ..export.conditioning_mean import missing_mean

SHARE = 0.2  # of the captions that say something


class Unsaid:
    """Puts phrases of weight 0 into a batch's captions."""

    def __init__(self, tokenizer):
        self.end = tokenizer.eos_token_id
        (self.comma,) = tokenizer(",", add_special_tokens=False)["input_ids"]

    def __call__(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Token ids [B, L] with phrases put in, and a weight for each token, [B, L], 0 or 1."""
        dice = random.Random(int(torch.randint(2**31, ())))
        rows = [self._words(row) for row in ids.tolist()]
        mixed, weights = ids.clone(), torch.ones(ids.shape, device=ids.device)
        for at, words in enumerate(rows):
            if not words or dice.random() >= SHARE:
                continue
            phrase = dice.choice(self._phrases(dice.choice(rows)))
            ends = [k for k, word in enumerate(words) if word == self.comma] + [len(words)]
            place = dice.choice([0, *ends])
            # At the front the comma follows the phrase, elsewhere it stands before it.
            put, start = (phrase + [self.comma], 0) if place == 0 else ([self.comma] + phrase, 1)
            longer = words[:place] + put + words[place:]
            if not phrase or len(longer) + 2 > ids.shape[1]:
                continue
            mixed[at, 1 : 1 + len(longer)] = torch.tensor(longer, device=ids.device)
            start += 1 + place
            weights[at, start : start + len(phrase)] = 0
        return mixed, weights

    def _words(self, row: list[int]) -> list[int]:
        return row[1 : row.index(self.end, 1)]

    def _phrases(self, words: list[int]) -> list[list[int]]:
        phrases = [[]]
        for word in words:
            if word == self.comma:
                phrases.append([])
            else:
                phrases[-1].append(word)
        return phrases


def weigh(text_encoder, text: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """
    Conditioning [B, L, width] with each vector times its weight, as engines weigh: around the mean
    that the export adds, and scaled back to it.
    """
    added = missing_mean(text_encoder)
    whole = text + added
    weighed = whole * weights[..., None]
    mean = lambda vectors: vectors.mean((1, 2), keepdim=True)  # noqa: E731
    restored = weighed * (mean(whole) / mean(weighed))
    said = (weights == 1).all(1)[:, None, None]
    return torch.where(said, text, restored - added)
