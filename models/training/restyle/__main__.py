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
from .parts import PARTS, load_part
from .pictures import SeenLatents, WordedLatents

LEARNING_RATES = {"unet": 4e-4, "decoder": 5e-4}
BATCHES = {"unet": 32, "decoder": 16}


def _unet_loss(source: Path):
    """What a UNet's weighted velocity loss over a batch is, and the plain one."""
    worded, schedule = WordedLatents(source), Schedule("cpu")

    def loss(unet, count: int):
        clean, text = worded.pick(count)
        steps, noise = torch.randint(STEPS, (count,)), torch.randn_like(clean)
        signal_share, noise_share = schedule.at(steps)
        noisy = signal_share * clean + noise_share * noise
        noisy = noisy.contiguous(memory_format=torch.channels_last)
        made = unet(noisy, steps.float(), text)
        error = (made - (signal_share * noise - noise_share * clean)) ** 2
        return (error * schedule.velocity_weight(steps)).mean() * 1.5, error.mean()

    return loss


def _decoder_loss(source: Path):
    """What a decoder's error over a batch is, and the squared one."""
    seen = SeenLatents(source)

    def loss(decoder, count: int):
        latents, pictures = seen.pick(count)
        return picture_error(decoder(latents), pictures)

    return loss


LOSSES = {"unet": _unet_loss, "decoder": _decoder_loss}


def train(options) -> None:
    """Trains the part, saves the checkpoint and reports."""
    prepare_torch()
    part = options.part
    loss_of, training = LOSSES[part](options.source), load_part(options.source, part)
    batch = options.batch or BATCHES[part]
    learning_rate = options.learning_rate or LEARNING_RATES[part]
    pace = Pace(options, training.progress)
    torch.manual_seed(pace.seen + rank())
    smooth = Smooth()
    while pace.running():
        loss, error = loss_of(training.networks[part], batch)
        loss.backward()
        training.optimizers.step(pace.learning_rate(learning_rate, warm_up=2000))
        training.average.update()
        smooth.add(error)
        if pace.advance(batch, lambda: f"squared error {float(smooth):.4f}"):
            training.save(pace)
    training.save(pace)
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report(training.name, **figures, squared_error=round(float(smooth), 4))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=list(PARTS))
    parser.add_argument("source", type=Path)
    add_pace_options(parser, pictures=60_000, learning_rate=None)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
