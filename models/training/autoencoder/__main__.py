"""
Trains the autoencoder for some minutes, from its checkpoint on if there is one:
python -m training.autoencoder --minutes 20 [--decoder-only] [--learning-rate 0.0015]
"""

import argparse
import math
import time

import numpy as np
import torch
from torch.nn import functional as F

from ..optimizer import Optimizers
from ..settings import prepare_torch, report, state_dir
from ..world.dataset import load_dataset
from .networks import Decoder, Encoder

HELD_OUT = 500  # the last pictures of the data set, never trained on
BATCH = 16


def load_autoencoder(device="cpu"):
    """The trained encoder, decoder and latent statistics."""
    saved = torch.load(state_dir() / "autoencoder.pt", map_location=device)
    encoder, decoder = Encoder().to(device), Decoder().to(device)
    encoder.load_state_dict(saved["encoder"])
    decoder.load_state_dict(saved["decoder"])
    return encoder.eval(), decoder.eval(), saved["statistics"]


def as_tensor(pictures: np.ndarray, device) -> torch.Tensor:
    """uint8 [B, H, W, 3] to float [B, 3, H, W] in -1..1."""
    tensor = torch.from_numpy(np.ascontiguousarray(pictures)).to(device).permute(0, 3, 1, 2)
    return tensor.float().div(127.5).sub(1)


def _loss(made, real, mean, log_variance):
    """Absolute and squared error, error of the edges and of the coarse picture, and a light KL."""
    across = lambda x: x[..., 1:] - x[..., :-1]  # noqa: E731
    down = lambda x: x[..., 1:, :] - x[..., :-1, :]  # noqa: E731
    error = made - real
    edges = across(error).abs().mean() + down(error).abs().mean()
    squared = (error**2).mean()
    coarse = F.avg_pool2d(error, 4).abs().mean()
    divergence = (mean**2 + log_variance.exp() - log_variance - 1).mean() * 0.5
    return error.abs().mean() + 0.5 * edges + squared + 0.5 * coarse + 1e-4 * divergence, squared


@torch.no_grad()
def measure(encoder, decoder, pictures, device) -> float:
    """Mean PSNR in dB on the held-out pictures."""
    values = []
    for start in range(len(pictures) - HELD_OUT, len(pictures), 50):
        real = as_tensor(pictures[start : start + 50], device)
        made = decoder(encoder(real)[0]).clamp(-1, 1)
        values.append(10 * torch.log10(4 / ((made - real) ** 2).mean((1, 2, 3))))
    return torch.cat(values).mean().item()


@torch.no_grad()
def _latent_statistics(encoder, pictures, device):
    picked = range(0, len(pictures) - HELD_OUT, max(1, len(pictures) // 40))
    means = torch.cat([encoder(as_tensor(pictures[k : k + 16], device))[0] for k in picked])
    shape = {"dim": (0, 2, 3), "keepdim": True}
    return {"mean": means.mean(**shape), "deviation": means.std(**shape)}


def train(minutes: float, decoder_only: bool, learning_rate: float) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    pictures, _ = load_dataset("pictures")
    path = state_dir() / "autoencoder.pt"
    channels_last = {"memory_format": torch.channels_last}
    encoder = Encoder().to(device, **channels_last)
    decoder = Decoder().to(device, **channels_last)
    trained = [decoder] if decoder_only else [encoder, decoder]
    optimizers, seen, spent = Optimizers(trained), 0, 0.0
    statistics = None
    if path.exists():
        saved = torch.load(path, map_location=device)
        encoder.load_state_dict(saved["encoder"])
        decoder.load_state_dict(saved["decoder"])
        seen, spent, statistics = saved["seen"], saved["minutes"], saved["statistics"]
    encoder.requires_grad_(not decoder_only)
    rng = np.random.default_rng(seen)
    started, step, smooth = time.time(), 0, None
    while (elapsed := (time.time() - started) / 60) < minutes:
        picked = np.sort(rng.integers(0, len(pictures) - HELD_OUT, BATCH))
        real = as_tensor(pictures[picked], device).contiguous(**channels_last)
        with torch.autocast(device.type, torch.bfloat16):
            mean, log_variance = (x.float() for x in encoder(real))
            noisy = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
            made = decoder(noisy).float()
        loss, squared = _loss(made, real, mean, log_variance)
        loss.backward()
        fall = 0.5 * (1 + math.cos(math.pi * elapsed / minutes)) * 0.97 + 0.03
        optimizers.step(learning_rate * min(1, (step + 1) / 100) * fall)
        step, seen = step + 1, seen + BATCH
        smooth = squared.item() if smooth is None else 0.98 * smooth + 0.02 * squared.item()
        if step % 100 == 0:
            speed = step * BATCH / (time.time() - started)
            print(f"{step} {speed:.1f}/s psnr {10 * math.log10(4 / smooth):.2f}", flush=True)
    if not decoder_only or statistics is None:
        statistics = _latent_statistics(encoder, pictures, device)
    spent += minutes
    torch.save(
        {
            "encoder": encoder.state_dict(),
            "decoder": decoder.state_dict(),
            "statistics": statistics,
            "seen": seen,
            "minutes": spent,
        },
        path,
    )
    psnr = measure(encoder, decoder, pictures, device)
    report("autoencoder", psnr_db=round(psnr, 2), pictures_seen=seen, minutes=round(spent, 1))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--decoder-only", action="store_true", help="keep the latents as they are")
    parser.add_argument("--learning-rate", type=float, default=1.5e-3)
    options = parser.parse_args()
    train(options.minutes, options.decoder_only, options.learning_rate)


if __name__ == "__main__":
    main()
