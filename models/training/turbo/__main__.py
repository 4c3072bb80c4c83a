"""
Distils the text-to-image model to one to four steps without guidance:
python -m training.turbo [--pictures 200000] [--minutes 60] [--guidance 4]
"""

import argparse

import torch

from ..pace import add_pace_options
from ..settings import batch_for, compile_for, prepare_torch, report
from ..text_to_image.batches import Batches
from ..text_to_image.frozen import load_frozen
from ..text_to_image.networks import KEEP_ADAM, build_networks, encode
from ..text_to_image.sample import GUIDANCE
from ..text_to_image.schedule import Schedule
from ..training_run import TrainingRun
from .consistency import STRIDE, consistent, distance, guided_step

SLOWEST = 0.95  # of the average, which is the target too: a slower one lags behind


def train(options) -> None:
    """Trains the student, saves the checkpoint and reports."""
    device = prepare_torch()
    batches, schedule = Batches(device), Schedule(device)
    _, teacher = load_frozen(batches.tokenizer, device)
    networks = build_networks(batches.tokenizer, device)
    run = TrainingRun("turbo", networks, device, "text_to_image", KEEP_ADAM, SLOWEST)
    # The student reads words as its teacher does: only its UNet learns.
    text_encoder = networks["text_encoder"].requires_grad_(False).eval()
    student, average = networks["unet"], run.average.networks["unet"]
    compile_for(device, teacher, student, average)
    with torch.no_grad():
        empty = encode(text_encoder, batches.empty[None])

    def loss_of(count: int):
        picked = batches.pick(count)
        steps = torch.randint(1, 1000 // STRIDE + 1, (count,), device=device) * STRIDE - 1
        signal, noise = schedule.at(steps)
        noisy = signal * picked.clean + noise * torch.randn_like(picked.clean)
        with torch.no_grad():
            text = encode(text_encoder, picked.ids)
            stepped = guided_step(teacher, schedule, noisy, steps, text, empty, options.guidance)
            target = consistent(average, schedule, *stepped, text)
        loss = distance(consistent(student, schedule, noisy, steps, text), target)
        return loss, loss

    batch = options.batch or batch_for(device, on_processor=32, on_card=256)
    report("turbo", **run.sit(options, batch, loss_of), guidance=options.guidance)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace_options(parser, pictures=200_000, learning_rate=3e-4)
    parser.add_argument("--guidance", type=float, default=GUIDANCE, help="built into the student")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
