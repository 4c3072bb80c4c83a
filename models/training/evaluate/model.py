"""A model folder, ready to draw: exactly the weights that are shipped."""

import json
from pathlib import Path

import torch
from diffusers import DPMSolverMultistepScheduler, LCMScheduler

from ..autoencoder.networks import Decoder
from ..export.read_back import read_model_folder
from ..text_to_image.captions import token_ids
from ..text_to_image.networks import build_text_encoder, build_unet
from ..text_to_image.sample import Sampler
from ..text_to_image.tokenizer import load_tokenizer

SCHEDULERS = {kind.__name__: kind for kind in (DPMSolverMultistepScheduler, LCMScheduler)}


class FolderModel(Sampler):
    """Draws as `Sampler` does, from a folder that `training.export` wrote."""

    def __init__(self, folder: Path, device):
        self.folder, self.device = folder, device
        weights = read_model_folder(folder)
        self.read_settings()
        self.text_encoder = build_text_encoder(self.tokenizer)
        self.unet, self.decoder = build_unet(), Decoder()
        for part in ("text_encoder", "unet", "decoder"):
            network = getattr(self, part)
            network.load_state_dict(weights[part])
            network.to(device).eval()
        self.statistics = {k: v.to(device) for k, v in weights["statistics"].items()}

    def read_settings(self) -> None:
        """What the folder says of itself: tokenizer, scheduler, defaults."""
        self.tokenizer = load_tokenizer(self.folder / "tokenizer")
        scheduler = (self.folder / "scheduler/scheduler_config.json").read_text()
        self.scheduler_config = json.loads(scheduler)
        settings = json.loads((self.folder / "easel.json").read_text())
        self.defaults = settings["defaults"]
        # Older text encoders give no vector for the start token.
        self.vectors_left_out = settings.get("conditioning_offset", 0)
        self.leaves_out = settings.get("low_weights") == "leave-out"

    def scheduler(self):
        """The sampler that the folder names."""
        return SCHEDULERS[self.scheduler_config["_class_name"]].from_config(self.scheduler_config)

    def place_of(self, words: str, phrase: str) -> range:
        """The vectors of a phrase's first occurrence in a prompt; the start token's is vector 0."""
        before = words[: words.index(phrase)]
        count = lambda text: len(self.tokenizer.tokenize(text))  # noqa: E731
        start = 1 + count(before) - self.vectors_left_out
        return range(start, start + count(phrase))

    @torch.no_grad()
    def weighted(self, words: str, phrase: str, weight: float) -> torch.Tensor:
        """
        Conditioning [1, 77, width] of a prompt in which a phrase has a weight, as the engine
        makes it (`worker/engine/stages/leave-out.ts`).
        """
        ids = token_ids(self.tokenizer, [words]).to(self.device)
        text, place = self.encoded(ids).clone(), list(self.place_of(words, phrase))
        if self.leaves_out and weight < 1:
            # The other words keep their places, and padding takes those of the phrase.
            order = [k for k in range(ids.shape[1]) if k not in place] + place
            shorter = ids[:, order]
            shorter[:, -len(place) :] = self.tokenizer.pad_token_id
            without = torch.empty_like(text)
            without[:, order] = self.encoded(shorter)
            return without.lerp(text, weight)
        before = text.mean()
        text[:, place] *= weight
        return text if text.mean() == 0 else text * (before / text.mean())
