"""
What a distilled model learns from: the way that its teacher goes from noise to a picture, in twelve
guided steps, at each of which the student is to see the end. Nothing that the student says is a
target, so its errors are not handed down from step to step (Y. Song et al., "Consistency models",
2023, learn from themselves). Where it goes on from its own first guess, as it does when it draws in
several steps, the teacher finishes that (J. Kohler et al., "Imagine Flash", 2024).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from diffusers import DPMSolverMultistepScheduler

from ..settings import autocast
from ..text_to_image.schedule import SCHEDULER, STEPS, TURBO_SCHEDULER, Schedule

STRIDES = TURBO_SCHEDULER["original_inference_steps"]
# Those that the student's sampler picks from: 995, 912 … 82.
TIMESTEPS = [STEPS // STRIDES * (STRIDES - k) - 1 for k in range(STRIDES)]
# Places of those that it picks for one to four steps: the student is asked about no others.
PICKED = sorted({STRIDES * k // steps for steps in range(1, 5) for k in range(steps)})


@dataclass
class Point:
    """
    Noisy latents [B, 4, h, w] at timesteps [B], the conditioning [B, 77, width], and the clean
    latents at which the teacher arrives from there.
    """

    noisy: torch.Tensor
    steps: torch.Tensor
    text: torch.Tensor
    clean: torch.Tensor


class Teacher:
    """A frozen UNet that draws with guidance, and remembers where it was."""

    def __init__(self, unet, empty: torch.Tensor, guidance: float):
        self.unet, self.empty, self.guidance = unet, empty, guidance
        self.solver = DPMSolverMultistepScheduler.from_config(SCHEDULER)

    @torch.no_grad()
    def finish(self, noisy: torch.Tensor, begin: int, text: torch.Tensor):
        """
        From noisy latents at the timestep of index `begin` to clean ones: those before every step,
        [STRIDES - begin, B, 4, h, w], and the clean ones [B, 4, h, w].
        """
        # Anew for each picture, so that the solver forgets the last one.
        self.solver.set_timesteps(timesteps=TIMESTEPS, device=noisy.device)
        self.solver.set_begin_index(begin)
        both, passed = torch.cat([self.empty.expand_as(text), text]), []
        for step in self.solver.timesteps[begin:]:
            passed.append(noisy)
            with autocast(noisy.device):
                made = self.unet(torch.cat([noisy, noisy]), step, both).sample.float()
            without, with_text = made.chunk(2)
            velocity = without + self.guidance * (with_text - without)
            noisy = self.solver.step(velocity, step, noisy).prev_sample
        return torch.stack(passed), noisy


def clean_guess(unet, schedule: Schedule, noisy, steps, text) -> torch.Tensor:
    """
    The clean latents that a student sees behind noisy ones. Latent consistency adds a share of the
    input where hardly any noise is left; at these timesteps that share is below a millionth.
    """
    signal, noise = schedule.at(steps)
    with autocast(noisy.device):
        velocity = unet(noisy, steps, text).sample
    return signal * noisy - noise * velocity.float()


def points(pick, teacher: Teacher, student, schedule: Schedule, count: int) -> Iterator[Point]:
    """
    Batches of `count` without end. `pick` gives so many noises and their conditioning.
    Every batch holds all picked timesteps of the way that is walked, mixed.
    """
    while True:
        (noisy, text), guess = pick(count), None
        rows = torch.arange(count, device=noisy.device)
        timesteps = torch.tensor(TIMESTEPS, device=noisy.device)
        # As a picture of three steps is drawn: pure noise, then twice a guess with new noise.
        for begin in (0, *sorted(random.sample(PICKED[1:], 2))):
            if guess is not None:
                signal_share, noise_share = schedule.at(timesteps[begin, None])
                noisy = signal_share * guess + noise_share * torch.randn_like(guess)
            passed, clean = teacher.finish(noisy, begin, text)
            met = torch.tensor([k for k in PICKED if k >= begin], device=noisy.device)
            for turn in range(len(met)):
                at = met[(rows + turn) % len(met)]
                yield Point(passed[at - begin, rows], timesteps[at], text, clean)
            with torch.no_grad():
                guess = clean_guess(student, schedule, noisy, timesteps[begin].expand(count), text)
