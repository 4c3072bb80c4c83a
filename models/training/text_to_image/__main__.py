"""
Trains text encoder and UNet, from their checkpoint on if there is one:
python -m training.text_to_image [--pictures 1000000] [--minutes 60] [--batch 64]
The second model starts from the first and goes on with its own pictures:
python -m training.text_to_image --name inkwell --start-from text_to_image --pictures 150000
"""

import argparse

from ..pace import add_pace_options
from ..settings import autocast, batch_for, compile_for, prepare_torch, report
from ..training_run import TrainingRun
from .batches import Batch, Batches
from .networks import KEEP_ADAM, build_networks, encode
from .schedule import Schedule

# A subject has a shape to be learned and a background hardly any, so errors count more there.
SUBJECT_WEIGHT = 4


def velocity_loss(networks: dict, schedule: Schedule, picked: Batch):
    """Weighted loss of the predicted velocity to train on, and its plain error."""
    noisy, steps, velocity = schedule.noised(picked.clean)
    with autocast(noisy.device):
        text = encode(networks["text_encoder"], picked.ids)
        made = networks["unet"](noisy, steps, text).sample
    error = (made.float() - velocity) ** 2
    weight = 1 + (SUBJECT_WEIGHT - 1) * picked.covered
    weight = weight / weight.mean() * schedule.velocity_weight(steps)
    return (error * weight).mean(), error.mean()


def train(options) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    batches = Batches(device, "inkwell-" if options.name == "inkwell" else "")
    networks = build_networks(batches.tokenizer, device)
    run = TrainingRun(options.name, networks, device, options.start_from, KEEP_ADAM)
    compile_for(device, networks["unet"])
    schedule = Schedule(device)
    batch = options.batch or batch_for(device, on_processor=64, on_card=256)
    loss_of = lambda count: velocity_loss(networks, schedule, batches.pick(count))  # noqa: E731
    figures = run.sit(options, batch, loss_of, "v_loss")
    weights = {k: sum(p.numel() for p in n.parameters()) for k, n in networks.items()}
    report(options.name, **figures, weights=weights)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=1_000_000, learning_rate=1e-3)
    parser.add_argument("--name", choices=["text_to_image", "inkwell"], default="text_to_image")
    parser.add_argument("--start-from", help="checkpoint whose averaged weights a new run takes")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
