"""
Trains text encoder and UNet for some minutes, from their checkpoint on if there is one:
python -m training.text_to_image --minutes 60 [--batch 64] [--learning-rate 0.001] [--hold]
"""

import argparse
import math
import time

import torch

from ..autoencoder.__main__ import HELD_OUT
from ..optimizer import Optimizers
from ..settings import prepare_torch, report, state_dir
from ..world.dataset import load_dataset
from .average import WeightAverage
from .latents import load_latents
from .networks import build_text_encoder, build_unet, encode
from .schedule import STEPS, Schedule
from .tokenizer import MAX_TOKENS, load_tokenizer, write_tokenizer

DROPPED = 0.1  # share of captions emptied, so that guidance has something to guide away from
SAVE_EVERY_S = 300


def _captions_as_ids(tokenizer, records) -> torch.Tensor:
    """Token ids int16 [N, captions a picture, 77]."""
    options = {"padding": "max_length", "truncation": True, "max_length": MAX_TOKENS}
    rows = [tokenizer(record["captions"], **options)["input_ids"] for record in records]
    return torch.tensor(rows, dtype=torch.int16)


def load_tokenizer_for(records):
    """The tokenizer of the captions, written on first use and kept, so that ids never move."""
    folder = state_dir() / "tokenizer"
    if not folder.exists():
        write_tokenizer([c for record in records for c in record["captions"]], folder)
    return load_tokenizer(folder)


class Training:
    """Networks, their optimizers and averages, and the checkpoint that holds them."""

    def __init__(self, tokenizer, device, name: str = "text_to_image"):
        self.path = state_dir() / f"{name}.pt"
        self.networks = {
            "text_encoder": build_text_encoder(tokenizer).to(device),
            "unet": build_unet().to(device, memory_format=torch.channels_last),
        }
        embeddings = ("embedding", "conv_in", "conv_out")
        self.optimizers = Optimizers(list(self.networks.values()), keep_adam=embeddings)
        self.average = WeightAverage(self.networks)
        self.seen, self.minutes = 0, 0.0
        if self.path.exists():
            self._restore(torch.load(self.path, map_location=device))

    def _restore(self, saved) -> None:
        for name, network in self.networks.items():
            network.load_state_dict(saved["weights"][name])
            self.average.networks[name].load_state_dict(saved["average"][name])
        self.optimizers.load_state_dict(saved["optimizers"])
        self.average.updates = saved["updates"]
        self.seen, self.minutes = saved["seen"], saved["minutes"]

    def save(self, seen: int, minutes: float) -> None:
        """Writes the checkpoint, whole or not at all."""
        states = lambda networks: {k: n.state_dict() for k, n in networks.items()}  # noqa: E731
        saved = {
            "weights": states(self.networks),
            "average": states(self.average.networks),
            "optimizers": self.optimizers.state_dict(),
            "updates": self.average.updates,
            "seen": seen,
            "minutes": minutes,
        }
        partial = self.path.with_suffix(".partial")
        torch.save(saved, partial)
        partial.replace(self.path)


def train(minutes: float, batch: int, learning_rate: float, hold: bool) -> None:
    """Trains and reports. `hold` keeps the learning rate up, for a run to be continued."""
    device = prepare_torch()
    _, records = load_dataset("pictures")
    latents = load_latents(device)
    tokenizer = load_tokenizer_for(records)
    ids = _captions_as_ids(tokenizer, records).to(device)
    empty = torch.tensor(tokenizer("", padding="max_length", max_length=MAX_TOKENS)["input_ids"])
    empty = empty.to(device)
    training, schedule = Training(tokenizer, device), Schedule(device)
    unet, text_encoder = training.networks["unet"], training.networks["text_encoder"]
    torch.manual_seed(training.seen)
    started = saved_at = time.time()
    step, smooth = 0, 1.0
    while (elapsed := (time.time() - started) / 60) < minutes:
        rows = torch.randint(0, len(latents) - HELD_OUT, (batch,), device=device)
        clean = latents[rows].float()
        tokens = ids[rows, torch.randint(0, ids.shape[1], (batch,), device=device)].long()
        tokens[torch.rand(batch, device=device) < DROPPED] = empty
        steps = torch.randint(0, STEPS, (batch,), device=device)
        noise = torch.randn_like(clean)
        signal_share, noise_share = schedule.at(steps)
        noisy = signal_share * clean + noise_share * noise
        with torch.autocast(device.type, torch.bfloat16):
            noisy = noisy.contiguous(memory_format=torch.channels_last)
            made = unet(noisy, steps, encode(text_encoder, tokens)).sample
        error = (made.float() - (signal_share * noise - noise_share * clean)) ** 2
        (error * schedule.velocity_weight(steps)).mean().mul(1.5).backward()
        fall = 1.0 if hold else min(1.0, 2.5 * (1 - elapsed / minutes)) * 0.97 + 0.03
        warm = min(1.0, (training.average.updates + 1) / 200)
        training.optimizers.step(learning_rate * warm * fall)
        training.average.update()
        step += 1
        smooth = 0.98 * smooth + 0.02 * error.mean().item()
        if step % 100 == 0:
            speed = step * batch / (time.time() - started)
            print(f"{step} {elapsed:.1f}min {speed:.1f}/s v-loss {smooth:.4f}", flush=True)
        if time.time() - saved_at > SAVE_EVERY_S:
            training.save(training.seen + step * batch, training.minutes + elapsed)
            saved_at = time.time()
    seen, spent = training.seen + step * batch, training.minutes + minutes
    training.save(seen, spent)
    weights = {k: sum(p.numel() for p in n.parameters()) for k, n in training.networks.items()}
    figures = {"pictures_seen": seen, "minutes": round(spent, 1), "v_loss": round(smooth, 4)}
    report("text_to_image", **figures, weights=weights)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    parser.add_argument("--hold", action="store_true", help="keep the learning rate up")
    options = parser.parse_args()
    train(options.minutes, options.batch, options.learning_rate, options.hold)


if __name__ == "__main__":
    main()
