"""
Distils the text-to-image model to one to four steps without guidance:
python -m training.turbo [--pictures 200000] [--minutes 60] [--guidance 4]
"""

import argparse

import torch
from torch.nn import functional as F

from ..pace import add_pace_options
from ..settings import batch_for, compile_for, prepare_torch, report
from ..text_to_image.batches import Batches
from ..text_to_image.frozen import load_frozen
from ..text_to_image.networks import KEEP_ADAM, build_networks, encode
from ..text_to_image.sample import GUIDANCE
from ..text_to_image.schedule import Schedule
from ..training_run import TrainingRun
from ..world.dataset import load_dataset
from .trajectories import Teacher, clean_guess, points


def empty_latents(name: str, device) -> torch.Tensor:
    """Latents [N, 4, h, w] of a data set that hold nothing: only their sizes are used here."""
    count, height_px, width_px, _ = load_dataset(name)[0].shape
    return torch.zeros(1, device=device).expand(count, 4, height_px // 8, width_px // 8)


def train(options) -> None:
    """Trains the student, saves the checkpoint and reports."""
    device = prepare_torch()
    batches, schedule = Batches(device, open_latents=empty_latents), Schedule(device)
    _, frozen = load_frozen(batches.tokenizer, device)
    networks = build_networks(batches.tokenizer, device)
    run = TrainingRun("turbo", networks, device, "text_to_image", KEEP_ADAM)
    # The student reads words as its teacher does: only its UNet learns.
    text_encoder = networks["text_encoder"].requires_grad_(False).eval()
    student = networks["unet"]
    compile_for(device, frozen, student)
    with torch.no_grad():
        empty = encode(text_encoder, batches.empty[None])

    @torch.no_grad()
    def pick(count: int):
        picked = batches.pick(count)
        return torch.randn_like(picked.clean), encode(text_encoder, picked.ids)

    batch = options.batch or batch_for(device, on_processor=48, on_card=256)
    teacher = Teacher(frozen, empty, options.guidance)
    lessons = points(pick, teacher, student, schedule, batch)

    def loss_of(_):
        point = next(lessons)
        guess = clean_guess(student, schedule, point.noisy, point.steps, point.text)
        # The absolute error looks for one of the pictures that it could be, the square for all.
        loss = F.huber_loss(guess, point.clean, delta=0.01) / 0.01
        return loss, loss

    report("turbo", **run.sit(options, batch, loss_of), guidance=options.guidance)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=200_000, learning_rate=5e-4)
    parser.add_argument("--guidance", type=float, default=GUIDANCE, help="built into the student")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
