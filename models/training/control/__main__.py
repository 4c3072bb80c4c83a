"""
Trains one control network for every kind of condition; the model that it steers stays as it is:
python -m training.control [--pictures 300000] [--minutes 60]
"""

import argparse

import torch

from ..pace import add_pace_options
from ..settings import autocast, batch_for, compile_for, prepare_torch, report
from ..text_to_image.frozen import load_frozen
from ..text_to_image.networks import encode
from ..text_to_image.schedule import Schedule
from ..training_run import TrainingRun
from .networks import KEEP_ADAM, build_control, controlled
from .pairs import Pairs

DROPPED = 0.3  # share of captions emptied, so that the condition has to say what to draw


def train(options) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    pairs, schedule = Pairs(device), Schedule(device)
    text_encoder, unet = load_frozen(pairs.tokenizer, device)
    control = build_control(unet).to(device)
    control.requires_grad_(True)
    run = TrainingRun("control", {"control": control}, device, keep_adam=KEEP_ADAM)
    compile_for(device, control, unet)
    empty = pairs.tokenizer("", padding="max_length", max_length=77, return_tensors="pt")
    empty = empty["input_ids"][0].to(device)

    def loss_of(count: int):
        clean, ids, condition = pairs.pick(count)
        dropped = torch.rand(count, 1, device=device) < DROPPED
        ids = torch.where(dropped, empty, ids)
        noisy, steps, velocity = schedule.noised(clean)
        with autocast(device):
            text = encode(text_encoder, ids)
            made = controlled(unet, control, noisy, steps, text, condition)
        error = (made.float() - velocity) ** 2
        return (error * schedule.velocity_weight(steps)).mean(), error.mean()

    batch = options.batch or batch_for(device, on_processor=32, on_card=256)
    report("control", **run.sit(options, batch, loss_of, "v_loss"))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=300_000, learning_rate=5e-4)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
