"""
Trains text encoder and UNet, from their checkpoint on if there is one:
python -m training.text_to_image [--pictures 1000000] [--minutes 60] [--batch 64]
The second model starts from the first and goes on with its own pictures:
python -m training.text_to_image --name inkwell --start-from text_to_image --pictures 150000
"""

import argparse

import torch

from ..pace import Pace, Smooth, add_pace_options
from ..parallel import rank
from ..settings import autocast, batch_for, compile_for, prepare_torch, report
from .batches import Batches
from .checkpoint import Training, build_networks
from .networks import encode
from .schedule import STEPS, Schedule


# A subject has a shape to be learned and a background hardly any, so errors count more there.
SUBJECT_WEIGHT = 4


def velocity_loss(training: Training, schedule: Schedule, clean, ids, covered):
    """
    Weighted loss to train on, and the plain error of the predicted velocity. `covered` is how far
    subjects cover each latent, 0..1.
    """
    steps = torch.randint(0, STEPS, (len(clean),), device=clean.device)
    noise = torch.randn_like(clean)
    signal_share, noise_share = schedule.at(steps)
    noisy = (signal_share * clean + noise_share * noise).contiguous(
        memory_format=torch.channels_last
    )
    with autocast(clean.device):
        text = encode(training.networks["text_encoder"], ids)
        made = training.networks["unet"](noisy, steps, text).sample
    error = (made.float() - (signal_share * noise - noise_share * clean)) ** 2
    weight = 1 + (SUBJECT_WEIGHT - 1) * covered
    weight = weight / weight.mean() * schedule.velocity_weight(steps)
    return (error * weight).mean() * 1.5, error.mean()


def train(options) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    batches = Batches(device, "inkwell-" if options.name == "inkwell" else "")
    networks = build_networks(batches.tokenizer, device)
    training = Training(options.name, networks, device, options.start_from)
    compile_for(device, training.networks["unet"])
    schedule = Schedule(device)
    batch = options.batch or batch_for(device, on_processor=64, on_card=256)
    pace = Pace(options, training.progress)
    torch.manual_seed(training.progress["seen"] + rank())
    smooth = Smooth()
    while pace.running():
        loss, error = velocity_loss(training, schedule, *batches.pick(batch))
        loss.backward()
        training.optimizers.step(pace.learning_rate(options.learning_rate))
        training.average.update()
        smooth.add(error)
        if pace.advance(batch, lambda: f"v-loss {float(smooth):.4f}"):
            training.save(pace)
    training.save(pace)
    weights = {k: sum(p.numel() for p in n.parameters()) for k, n in training.networks.items()}
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report(options.name, **figures, v_loss=round(float(smooth), 4), weights=weights)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=1_000_000, learning_rate=1e-3)
    parser.add_argument("--name", choices=["text_to_image", "inkwell"], default="text_to_image")
    parser.add_argument("--start-from", help="checkpoint whose averaged weights a new run takes")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
