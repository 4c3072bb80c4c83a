"""
Trains one control network for every kind of condition; the model that it steers stays as it is:
python -m training.control [--pictures 300000] [--minutes 60]
"""

import argparse

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
)
from ..text_to_image.checkpoint import load_average
from ..text_to_image.networks import build_text_encoder, build_unet, encode
from ..text_to_image.schedule import STEPS, Schedule
from .networks import build_control, controlled
from .pairs import Pairs

DROPPED = 0.3  # share of captions emptied, so that the condition has to say what to draw


def load_steered(tokenizer, device):
    """The text encoder and UNet that a control steers, frozen."""
    average = load_average("text_to_image", device)
    text_encoder = build_text_encoder(tokenizer).to(device).eval()
    text_encoder.load_state_dict(average["text_encoder"])
    unet = build_unet().to(device, memory_format=torch.channels_last).eval()
    unet.load_state_dict(average["unet"])
    return text_encoder.requires_grad_(False), unet.requires_grad_(False)


def train(options) -> None:
    """Trains, saves the checkpoint and reports."""
    device = prepare_torch()
    pairs, schedule = Pairs(device), Schedule(device)
    text_encoder, unet = load_steered(pairs.tokenizer, device)
    control = build_control(unet).to(device, memory_format=torch.channels_last)
    control.requires_grad_(True)
    compile_for(device, control, unet)
    optimizers = Optimizers([control], ("conv_in", "controlnet", "embedding"))
    if saved := load_checkpoint("control", device):
        control.load_state_dict(saved["control"])
        optimizers.load_state_dict(saved["optimizers"])
    batch = options.batch or batch_for(device, on_processor=32, on_card=256)
    pace, smooth = Pace(options, saved), Smooth()
    torch.manual_seed(pace.seen)
    empty = pairs.tokenizer("", padding="max_length", max_length=77, return_tensors="pt")
    empty = empty["input_ids"][0].to(device)

    def save() -> None:
        states = {"control": control.state_dict(), "optimizers": optimizers.state_dict()}
        save_checkpoint("control", {**states, "seen": pace.seen, "minutes": pace.spent_minutes})

    while pace.running():
        clean, ids, condition = pairs.pick(batch)
        dropped = torch.rand(len(ids), 1, device=device) < DROPPED
        ids = torch.where(dropped, empty, ids)
        steps = torch.randint(0, STEPS, (len(clean),), device=device)
        noise = torch.randn_like(clean)
        signal_share, noise_share = schedule.at(steps)
        noisy = signal_share * clean + noise_share * noise
        with autocast(device):
            text = encode(text_encoder, ids)
            made = controlled(unet, control, noisy, steps, text, condition)
        error = (made.float() - (signal_share * noise - noise_share * clean)) ** 2
        (error * schedule.velocity_weight(steps)).mean().mul(1.5).backward()
        optimizers.step(pace.learning_rate(options.learning_rate))
        smooth.add(error.mean())
        if pace.advance(batch, lambda: f"v-loss {float(smooth):.4f}"):
            save()
    save()
    figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
    report("control", **figures, v_loss=round(float(smooth), 4))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=300_000, learning_rate=5e-4)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
