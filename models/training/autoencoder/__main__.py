"""
Trains the autoencoder, from its checkpoint on if there is one:
python -m training.autoencoder [--minutes 20] [--decoder-only --pictures 400000]
"""

import argparse
import math

import numpy as np
import torch
from torch.nn import functional as F

from ..optimizer import Optimizers
from ..pace import Pace, add_pace_options
from ..parallel import rank
from ..settings import load_checkpoint, prepare_torch, report, save_checkpoint, state_dir
from ..world.dataset import load_dataset
from .checkpoint import HELD_OUT, as_tensor
from .measure import held_out_psnr, latent_statistics, side_by_side
from .networks import Decoder, Encoder

BATCH = 16


def _loss(made, real, mean, log_variance):
    """Absolute and squared error, error of the edges and of the coarse picture, and a light KL."""
    error = made - real
    across, down = error[..., 1:] - error[..., :-1], error[..., 1:, :] - error[..., :-1, :]
    edges = across.abs().mean() + down.abs().mean()
    squared = (error**2).mean()
    coarse = F.avg_pool2d(error, 4).abs().mean()
    divergence = (mean**2 + log_variance.exp() - log_variance - 1).mean() * 0.5
    return error.abs().mean() + 0.5 * edges + squared + 0.5 * coarse + 1e-4 * divergence, squared


class Training:
    """The two networks and their optimizers. `decoder_only` keeps the latents as they are."""

    def __init__(self, device, decoder_only: bool):
        self.encoder = Encoder().to(device, memory_format=torch.channels_last)
        self.decoder = Decoder().to(device, memory_format=torch.channels_last)
        self.decoder_only = decoder_only
        self.encoder.requires_grad_(not decoder_only)
        networks = [self.decoder] if decoder_only else [self.encoder, self.decoder]
        self.optimizers = Optimizers(networks)
        self.statistics, self.seen, self.minutes = None, 0, 0.0
        if saved := load_checkpoint("autoencoder", device):
            self.encoder.load_state_dict(saved["encoder"])
            self.decoder.load_state_dict(saved["decoder"])
            self.seen, self.minutes = saved["seen"], saved["minutes"]
            self.statistics = saved["statistics"]
            if saved["decoder_only"] == decoder_only:
                self.optimizers.load_state_dict(saved["optimizers"])

    def save(self, pace: Pace, pictures, device) -> None:
        """Writes the checkpoint, with the latents' statistics where they may have moved."""
        if not self.decoder_only or self.statistics is None:
            self.statistics = latent_statistics(self.encoder, pictures, device)
        state = {
            "encoder": self.encoder.state_dict(),
            "decoder": self.decoder.state_dict(),
            "optimizers": self.optimizers.state_dict(),
            "statistics": self.statistics,
            "decoder_only": self.decoder_only,
            "seen": pace.seen,
            "minutes": pace.spent_minutes,
        }
        save_checkpoint("autoencoder", state)


def train(target: int, minutes: float, decoder_only: bool, learning_rate: float) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    pictures, _ = load_dataset("pictures")
    training = Training(device, decoder_only)
    pace = Pace(target, minutes, training.seen, training.minutes)
    rng = np.random.default_rng(training.seen + rank())
    smooth = None
    while pace.running():
        picked = np.sort(rng.integers(0, len(pictures) - HELD_OUT, BATCH))
        real = as_tensor(pictures[picked], device)
        with torch.autocast(device.type, torch.bfloat16):
            mean, log_variance = (x.float() for x in training.encoder(real))
            noisy = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
            made = training.decoder(noisy).float()
        loss, squared = _loss(made, real, mean, log_variance)
        loss.backward()
        training.optimizers.step(pace.learning_rate(learning_rate, warm_up=2000))
        smooth = squared.item() if smooth is None else 0.98 * smooth + 0.02 * squared.item()
        if pace.advance(BATCH, f"{10 * math.log10(4 / smooth):.2f} dB"):
            training.save(pace, pictures, device)
    training.save(pace, pictures, device)
    psnr = held_out_psnr(training.encoder, training.decoder, pictures, device)
    sheet = side_by_side(training.encoder, training.decoder, pictures, device)
    sheet.save(state_dir() / "autoencoder.png")
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("autoencoder", psnr_db=round(psnr, 2), **figures)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=200_000, learning_rate=1.5e-3)
    parser.add_argument("--decoder-only", action="store_true", help="keep the latents as they are")
    options = parser.parse_args()
    train(options.pictures, options.minutes, options.decoder_only, options.learning_rate)


if __name__ == "__main__":
    main()
