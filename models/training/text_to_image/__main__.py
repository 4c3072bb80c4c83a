"""
Trains text encoder and UNet, from their checkpoint on if there is one:
python -m training.text_to_image [--pictures 1000000] [--minutes 60] [--batch 64]
"""

import argparse

import torch

from ..autoencoder.checkpoint import HELD_OUT
from ..pace import Pace, add_pace_options
from ..settings import prepare_torch, report
from ..world.dataset import load_dataset
from .captions import caption_ids, token_ids, tokenizer_for
from .checkpoint import Training
from .latents import load_latents
from .networks import encode
from .schedule import STEPS, Schedule

DROPPED = 0.1  # share of captions emptied, so that guidance has something to guide away from


class Batches:
    """Random latents with one of their captions each, on the device."""

    def __init__(self, device):
        _, records = load_dataset("pictures")
        self.latents = load_latents(device)
        self.tokenizer = tokenizer_for(records)
        self.ids = caption_ids(self.tokenizer, records).to(device)
        self.empty = token_ids(self.tokenizer, [""])[0].to(device)
        self.device = device

    def pick(self, count: int):
        """Latents [B, 4, h, w] and token ids [B, 77]."""
        rows = torch.randint(0, len(self.latents) - HELD_OUT, (count,), device=self.device)
        wording = torch.randint(0, self.ids.shape[1], (count,), device=self.device)
        ids = self.ids[rows, wording].long()
        ids[torch.rand(count, device=self.device) < DROPPED] = self.empty
        return self.latents[rows].float(), ids


def velocity_loss(training: Training, schedule: Schedule, clean, ids):
    """Weighted loss to train on, and the plain error of the predicted velocity."""
    steps = torch.randint(0, STEPS, (len(clean),), device=clean.device)
    noise = torch.randn_like(clean)
    signal_share, noise_share = schedule.at(steps)
    noisy = (signal_share * clean + noise_share * noise).contiguous(
        memory_format=torch.channels_last
    )
    with torch.autocast(clean.device.type, torch.bfloat16):
        text = encode(training.networks["text_encoder"], ids)
        made = training.networks["unet"](noisy, steps, text).sample
    error = (made.float() - (signal_share * noise - noise_share * clean)) ** 2
    return (error * schedule.velocity_weight(steps)).mean() * 1.5, error.mean().item()


def train(target: int, minutes: float, batch: int, learning_rate: float) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    batches = Batches(device)
    training, schedule = Training(batches.tokenizer, device), Schedule(device)
    pace = Pace(target, minutes, training.seen, training.minutes)
    torch.manual_seed(training.seen)
    smooth = 1.0
    while pace.running():
        loss, error = velocity_loss(training, schedule, *batches.pick(batch))
        loss.backward()
        training.optimizers.step(pace.learning_rate(learning_rate))
        training.average.update()
        smooth = 0.98 * smooth + 0.02 * error
        if pace.advance(batch, f"v-loss {smooth:.4f}"):
            training.save(pace)
    training.save(pace)
    weights = {k: sum(p.numel() for p in n.parameters()) for k, n in training.networks.items()}
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("text_to_image", **figures, v_loss=round(smooth, 4), weights=weights)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=1_000_000, learning_rate=1e-3)
    parser.add_argument("--batch", type=int, default=64)
    options = parser.parse_args()
    train(options.pictures, options.minutes, options.batch, options.learning_rate)


if __name__ == "__main__":
    main()
