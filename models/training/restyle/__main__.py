"""
Lets a model folder learn another look, from its own weights on, a part at a time:
python -m training.restyle unet ../starter [--pictures 60000] [--within 60]
python -m training.restyle decoder ../starter [--pictures 20000]
"""

import argparse
from pathlib import Path

from ..autoencoder.loss import picture_error
from ..pace import add_pace_options
from ..settings import prepare_torch, report
from ..text_to_image.schedule import Schedule
from .parts import PARTS, load_part
from .pictures import SeenLatents, WordedLatents

LEARNING_RATES = {"unet": 4e-4, "decoder": 5e-4}
BATCHES = {"unet": 32, "decoder": 16}


def _unet_loss(source: Path):
    """What a UNet's weighted velocity loss over a batch is, and the plain one."""
    worded, schedule = WordedLatents(source), Schedule("cpu")

    def loss(unet, count: int):
        clean, text = worded.pick(count)
        noisy, steps, velocity = schedule.noised(clean)
        error = (unet(noisy, steps.float(), text) - velocity) ** 2
        return (error * schedule.velocity_weight(steps)).mean(), error.mean()

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
    part, run = options.part, load_part(options.source, options.part)
    batch_loss, network = LOSSES[part](options.source), run.networks[part]
    options.learning_rate = options.learning_rate or LEARNING_RATES[part]
    batch = options.batch or BATCHES[part]
    loss_of = lambda count: batch_loss(network, count)  # noqa: E731
    report(run.name, **run.sit(options, batch, loss_of, "squared_error", warm_up=2000))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=list(PARTS))
    parser.add_argument("source", type=Path)
    add_pace_options(parser, pictures=60_000, learning_rate=None)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
