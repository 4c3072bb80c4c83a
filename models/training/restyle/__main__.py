"""
Lets a model folder learn another look, from its own weights on, a part at a time:
python -m training.restyle unet ../starter [--pictures 60000] [--within 60]
python -m training.restyle decoder ../starter [--pictures 20000]
"""

import argparse
from pathlib import Path

import torch

from ..autoencoder.loss import picture_error
from ..pace import Pace, Smooth, add_pace_options
from ..parallel import rank
from ..settings import prepare_torch, report
from ..text_to_image.schedule import STEPS, Schedule
from .pictures import StyledPictures
from .training import GRAPHS, Restyling

LEARNING_RATES = {"unet": 4e-4, "decoder": 5e-4}
BATCHES = {"unet": 32, "decoder": 16}


def _unet_loss(unet, styled: StyledPictures, schedule: Schedule, count: int):
    """Weighted velocity loss to train on, and the plain one."""
    clean, text = styled.with_words(count)
    steps, noise = torch.randint(STEPS, (count,)), torch.randn_like(clean)
    signal_share, noise_share = schedule.at(steps)
    noisy = signal_share * clean + noise_share * noise
    noisy = noisy.contiguous(memory_format=torch.channels_last)
    error = (unet(noisy, steps.float(), text) - (signal_share * noise - noise_share * clean)) ** 2
    return (error * schedule.velocity_weight(steps)).mean() * 1.5, error.mean()


def _decoder_loss(decoder, styled: StyledPictures, count: int):
    latents, pictures = styled.with_latents(count)
    return picture_error(decoder(latents), pictures)


def train(options) -> None:
    """Trains the part, saves the checkpoint and reports."""
    prepare_torch()
    styled, restyling = StyledPictures(options.source), Restyling(options.source, options.part)
    schedule, batch = Schedule("cpu"), options.batch or BATCHES[options.part]
    options.learning_rate = options.learning_rate or LEARNING_RATES[options.part]
    pace = Pace(options, restyling.progress)
    torch.manual_seed(pace.seen + rank())
    smooth = Smooth()
    while pace.running():
        if options.part == "unet":
            loss, error = _unet_loss(restyling.network, styled, schedule, batch)
        else:
            loss, error = _decoder_loss(restyling.network, styled, batch)
        restyling.step(loss, pace.learning_rate(options.learning_rate, warm_up=2000))
        smooth.add(error)
        if pace.advance(batch, lambda: f"squared error {float(smooth):.4f}"):
            restyling.save(pace)
    restyling.save(pace)
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report(restyling.name, **figures, squared_error=round(float(smooth), 4))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=list(GRAPHS))
    parser.add_argument("source", type=Path)
    add_pace_options(parser, pictures=60_000, learning_rate=None)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
