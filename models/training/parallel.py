"""
One training on several processor cores: a process a core, whose gradients are averaged each step.
Two processes of one thread train nearly twice as fast as one process of two threads.

    torchrun --nproc-per-node 2 -m training.text_to_image
"""

import os
from collections.abc import Callable

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


def by_first(missing: bool, work: Callable[[], None]) -> None:
    """Lets the first process do what it finds missing, and the others wait until it is there."""
    if agree(missing) and rank() == 0:
        work()
    agree(True)


@torch.no_grad()
def summed(numbers: torch.Tensor) -> torch.Tensor:
    """The sum of every process's numbers, for all, in place."""
    if group_size() > 1:
        distributed.all_reduce(numbers)
    return numbers


@torch.no_grad()
def average_gradients(parameters: list[torch.nn.Parameter]) -> None:
    """Replaces every gradient by its mean over the processes."""
    if group_size() == 1:
        return
    gradients = [p.grad for p in parameters if p.grad is not None]
    flat = summed(torch.cat([gradient.reshape(-1) for gradient in gradients]))
    flat /= group_size()
    start = 0
    for gradient in gradients:
        gradient.copy_(flat[start : start + gradient.numel()].view_as(gradient))
        start += gradient.numel()


@torch.no_grad()
def shared_out(
    work: Callable[[torch.Tensor], torch.Tensor], stacks: list[torch.Tensor]
) -> list[torch.Tensor]:
    """
    What `work` makes of stacks of matrices [N, rows, columns], each in its shape. Every process
    works on its share of the matrices and gets the others' results.
    """
    if group_size() == 1:
        return [work(stack) for stack in stacks]
    done, passed = [], 0
    for stack in stacks:
        mine = slice((rank() - passed) % group_size(), None, group_size())
        result = torch.zeros_like(stack)
        if len(stack[mine]):
            result[mine] = work(stack[mine]).to(stack.dtype)
        passed += len(stack)
        done.append(result)
    flat = summed(torch.cat([result.reshape(-1) for result in done]))
    parts = flat.split([result.numel() for result in done])
    return [part.view_as(result) for part, result in zip(parts, done, strict=True)]
