"""Latent consistency (S. Luo et al., 2023): what student and teacher say of clean latents."""

import torch
from torch.nn import functional as F

from ..settings import autocast
from ..text_to_image.schedule import STEPS, TURBO_SCHEDULER, Schedule

STRIDE = STEPS // TURBO_SCHEDULER["original_inference_steps"]
DATA_DEVIATION = 0.5


def boundary(steps: torch.Tensor):
    """Shares of input and network output, [B, 1, 1, 1]; at step 0 the input passes unchanged."""
    scaled = steps.float() * TURBO_SCHEDULER["timestep_scaling"]
    keep = DATA_DEVIATION**2 / (scaled**2 + DATA_DEVIATION**2)
    made = scaled / (scaled**2 + DATA_DEVIATION**2).sqrt()
    return keep.view(-1, 1, 1, 1), made.view(-1, 1, 1, 1)


def consistent(unet, schedule: Schedule, noisy, steps, text) -> torch.Tensor:
    """The clean latents that a student gives for noisy ones."""
    signal, noise = schedule.at(steps)
    with autocast(noisy.device):
        velocity = unet(noisy, steps, text).sample
    keep, made = boundary(steps)
    return keep * noisy + made * (signal * noisy - noise * velocity.float())


@torch.no_grad()
def guided_step(unet, schedule: Schedule, noisy, steps, text, empty, guidance: float):
    """
    The teacher's guided DDIM step of one stride; returns the latents and their timesteps. The last
    one ends at clean latents, as the sampler does.
    """
    both = torch.cat([noisy, noisy])
    with autocast(noisy.device):
        made = unet(both, steps.repeat(2), torch.cat([empty.expand_as(text), text])).sample
    without, with_text = made.float().chunk(2)
    velocity = without + guidance * (with_text - without)
    signal, noise = schedule.at(steps)
    clean, direction = signal * noisy - noise * velocity, noise * noisy + signal * velocity
    earlier = (steps - STRIDE).clamp(min=0)
    signal, noise = schedule.at(earlier)
    is_last = (earlier == 0).view(-1, 1, 1, 1)
    return torch.where(is_last, clean, signal * clean + noise * direction), earlier


def distance(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Huber loss with a small corner."""
    return F.huber_loss(first, second, delta=0.01) / 0.01
