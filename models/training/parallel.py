"""
One training on several processor cores: a process a core, whose gradients are averaged each step.
Two processes of one thread train nearly twice as fast as one process of two threads.

    torchrun --nproc-per-node 2 -m training.text_to_image
"""

import os

import torch
from torch import distributed


def join_group() -> None:
    """Joins the processes that torchrun started, if it did."""
    if "WORLD_SIZE" in os.environ and not distributed.is_initialized():
        distributed.init_process_group("gloo")


def rank() -> int:
    """This process's number: 0 saves and reports."""
    return distributed.get_rank() if distributed.is_initialized() else 0


def group_size() -> int:
    """How many processes train together."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


def share(number: float) -> float:
    """The first process's number, for all."""
    if group_size() == 1:
        return number
    answer = torch.tensor([number], dtype=torch.float64)
    distributed.broadcast(answer, 0)
    return answer.item()


def agree(wish: bool) -> bool:
    """The first process's wish, for all: they have to stop at the same step."""
    return bool(share(float(wish)))


@torch.no_grad()
def average_gradients(parameters: list[torch.nn.Parameter]) -> None:
    """Replaces every gradient by its mean over the processes."""
    if group_size() == 1:
        return
    gradients = [p.grad for p in parameters if p.grad is not None]
    flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= group_size()
    start = 0
    for gradient in gradients:
        gradient.copy_(flat[start : start + gradient.numel()].view_as(gradient))
        start += gradient.numel()
