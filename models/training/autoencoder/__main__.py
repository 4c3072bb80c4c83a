"""
Trains the autoencoder, from its checkpoint on if there is one:
python -m training.autoencoder [--minutes 20] [--decoder-only --pictures 400000]
"""

import argparse
import math

import torch

from ..optimizer import Optimizers
from ..pace import Pace, Smooth, add_pace_options
from ..settings import (
    autocast,
    batch_for,
    compile_for,
    load_checkpoint,
    prepare_torch,
    report,
    save_checkpoint,
    state_dir,
)
from ..world.dataset import held_out, load_dataset
from ..world.rows import Rows
from .checkpoint import as_tensor
from .loss import picture_error
from .measure import held_out_psnr, latent_statistics, side_by_side
from .networks import Decoder, Encoder

# AdamW trains the layers that meet latents and pictures: the encoder's last, and the decoder's two.
KEEP_ADAM = ("layers.11.", "layers.0.", "layers.16.")


def _loss(made, real, mean, log_variance):
    """The error of a picture and a light KL; the squared error."""
    loss, squared = picture_error(made, real)
    divergence = (mean**2 + log_variance.exp() - log_variance - 1).mean() * 0.5
    return loss + 1e-4 * divergence, squared


class Training:
    """The two networks and their optimizers. `decoder_only` keeps the latents as they are."""

    def __init__(self, device, decoder_only: bool):
        self.encoder = Encoder().to(device, memory_format=torch.channels_last)
        self.decoder = Decoder().to(device, memory_format=torch.channels_last)
        self.decoder_only = decoder_only
        self.encoder.requires_grad_(not decoder_only)
        networks = [self.decoder] if decoder_only else [self.encoder, self.decoder]
        self.optimizers = Optimizers(networks, KEEP_ADAM)
        self.statistics, self.progress = None, {"seen": 0, "minutes": 0.0}
        if saved := load_checkpoint("autoencoder", device):
            self.encoder.load_state_dict(saved["encoder"])
            self.decoder.load_state_dict(saved["decoder"])
            self.progress = {part: saved[part] for part in ("seen", "minutes", "new_since")}
            self.statistics = saved["statistics"]
            if saved["decoder_only"] == decoder_only:
                self.optimizers.load_state_dict(saved["optimizers"])
            else:
                self.progress["new_since"] = saved["seen"]

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
            "new_since": pace.new_since,
        }
        save_checkpoint("autoencoder", state)


def train(options) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    pictures, _ = load_dataset("pictures")
    training = Training(device, options.decoder_only)
    compile_for(device, training.encoder, training.decoder)
    batch = options.batch or batch_for(device, on_processor=16, on_card=128)
    pace = Pace(options, training.progress)
    lessons = Rows(pictures[: -held_out(len(pictures))], device)
    smooth = Smooth()
    while pace.running():
        _, picked = lessons.random(batch)
        real = as_tensor(picked, device)
        with autocast(device):
            mean, log_variance = (x.float() for x in training.encoder(real))
            noisy = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
            made = training.decoder(noisy).float()
        loss, squared = _loss(made, real, mean, log_variance)
        loss.backward()
        training.optimizers.step(pace.learning_rate(options.learning_rate, warm_up=2000))
        smooth.add(squared)
        if pace.advance(batch, lambda: f"{10 * math.log10(4 / float(smooth)):.2f} dB"):
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
    train(parser.parse_args())


if __name__ == "__main__":
    main()
