"""Muon for the weight matrices and convolutions, AdamW for everything else."""

from collections import defaultdict

import torch
from torch import nn

from .parallel import average_gradients, shared_out

# Coefficients of the quintic Newton-Schulz iteration (K. Jordan et al., "Muon", 2024).
NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)


def orthogonalised(matrices: torch.Tensor, iterations: int = 5) -> torch.Tensor:
    """
    The nearest half-orthogonal matrices to [N, rows, columns], approximately. Every iteration
    multiplies by a polynomial of the Gram matrix, which is small where a matrix is wide: only that
    is iterated, and the long rows are multiplied once, at the end.
    """
    a, b, c = NEWTON_SCHULZ
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.float().mT if tall else matrices.float()
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    gram = x @ x.mT
    identity = torch.eye(gram.shape[1], device=x.device)
    product = identity
    for left in reversed(range(iterations)):
        factor = a * identity + b * gram + c * gram @ gram
        product = factor @ product
        if left:
            gram = factor @ gram @ factor
    x = product @ x
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    """
    Momentum whose update is orthogonalised, scaled so that learning rates of AdamW carry over
    (J. Liu et al., "Muon is scalable for LLM training", 2025). Convolutions act as matrices
    [out, in * height * width].
    """

    def __init__(self, params, lr: float, momentum: float = 0.95, weight_decay: float = 0.01):
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure=None):
        """One update of every parameter that has a gradient, those of one shape together."""
        for group in self.param_groups:
            alike = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    alike[len(parameter), parameter[0].numel()].append(parameter)
            alike = list(alike.values())
            ahead = [[self._ahead(p, group["momentum"]).flatten(1) for p in same] for same in alike]
            updates = shared_out(orthogonalised, [torch.stack(same) for same in ahead])
            for parameters, update in zip(alike, updates, strict=True):
                scale = 0.2 * max(update.shape[1:]) ** 0.5
                torch._foreach_mul_(parameters, 1 - group["lr"] * group["weight_decay"])
                update = update.to(parameters[0].dtype)
                steps = [u.reshape(p.shape) for u, p in zip(update, parameters, strict=True)]
                torch._foreach_add_(parameters, steps, alpha=-group["lr"] * scale)

    def _ahead(self, parameter, momentum: float) -> torch.Tensor:
        """The gradient with Nesterov's momentum."""
        state = self.state[parameter]
        if not state:
            state["momentum"] = torch.zeros_like(parameter)
        state["momentum"].lerp_(parameter.grad, 1 - momentum)
        return parameter.grad.lerp(state["momentum"], momentum)


class Optimizers:
    """The two optimizers of a set of networks, stepped and saved as one."""

    def __init__(self, networks: list[nn.Module], keep_adam: tuple[str, ...] = ()):
        matrices, others = [], []
        for network in networks:
            for name, parameter in network.named_parameters():
                adam = parameter.ndim < 2 or any(part in name for part in keep_adam)
                (others if adam else matrices).append(parameter)
        self.parameters = matrices + others
        adam = torch.optim.AdamW(others, betas=(0.9, 0.99), weight_decay=0.01)
        self.all = [Muon(matrices, 1e-3), adam] if matrices else [adam]

    def step(self, learning_rate: float) -> None:
        """Averages and clips the gradient, updates at a learning rate, clears the gradient."""
        average_gradients(self.parameters)
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        for optimizer in self.all:
            for group in optimizer.param_groups:
                group["lr"] = learning_rate
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def state_dict(self):
        """State of both, for a checkpoint."""
        return [optimizer.state_dict() for optimizer in self.all]

    def load_state_dict(self, states) -> None:
        """Restores what `state_dict` gave."""
        for optimizer, state in zip(self.all, states, strict=True):
            optimizer.load_state_dict(state)
