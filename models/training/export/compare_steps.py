"""
Takes the steps that the engine wrote down with torch, from the same folder's weights:
python -m training.export.compare_steps ../starter STEPS.json
Prints the largest difference of a gradient, and of the loss over all steps and at the last one.
"""

import argparse
import base64
import json
from pathlib import Path

import numpy as np
import torch

from ..settings import prepare_torch
from .concept_gradients import TOKENS, ConceptLoss

BETAS, EPSILON, WEIGHT_DECAY = (0.9, 0.999), 1e-8, 0.01


def _numbers(text: str) -> torch.Tensor:
    return torch.from_numpy(np.frombuffer(base64.b64decode(text), np.float32).copy())


class Steps:
    """A training of a word or a style, again."""

    def __init__(self, loss: ConceptLoss, run: dict):
        self.loss, self.run = loss, run
        shapes = {name: value.shape for name, value in loss.learned().items()}
        # What this training does not learn does nothing.
        self.values = {name: torch.zeros(shape) for name, shape in shapes.items()}
        for name, text in run["start"].items():
            self.values[name] = _numbers(text).reshape(shapes[name]).requires_grad_(True)
        self.learned = {name: self.values[name] for name in run["start"]}
        self.optimizer = torch.optim.AdamW(
            self.learned.values(), betas=BETAS, eps=EPSILON, weight_decay=WEIGHT_DECAY
        )

    def given(self, shown: dict) -> dict[str, torch.Tensor]:
        """What a step is shown, in its shapes."""
        width = self.loss.weights["unet/model.onnx:" + self._first_layer()].shape[1]
        latents, noise = (_numbers(shown[name]) for name in ("latents", "noise"))
        timesteps = _numbers(shown["timesteps"]).long()
        side = int((latents.numel() / len(timesteps) / width) ** 0.5)
        shape = (len(timesteps), width, side, side)
        return {
            "latents": latents.reshape(shape),
            "noise": noise.reshape(shape),
            "timesteps": timesteps,
            "input_ids": _numbers(shown["input_ids"]).long().reshape(-1, TOKENS),
            **self.values,
            **self.loss.weights,
        }

    def _first_layer(self) -> str:
        return next(name for name in self.loss.unet.weights if "conv_in.weight" in name)

    def take(self) -> list[float]:
        """The loss of every step; the gradients of the first are kept."""
        losses = []
        for shown in self.run["shown"]:
            for group in self.optimizer.param_groups:
                group["lr"] = shown["learningRate"]
            loss = self.loss(self.given(shown))
            self.optimizer.zero_grad()
            loss.backward()
            if not losses:
                self.gradients = {name: value.grad.clone() for name, value in self.learned.items()}
            self.optimizer.step()
            losses.append(loss.item())
        return losses


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("steps", type=Path)
    options = parser.parse_args()
    prepare_torch()
    loss = ConceptLoss(options.folder)
    print(
        "| | "
        + " | ".join(("gradient, largest difference", "loss, most", "last loss: engine, torch"))
        + " |"
    )
    for run in json.loads(options.steps.read_text()):
        steps = Steps(loss, run)
        losses = steps.take()
        apart = [
            (steps.gradients[name].flatten() - _numbers(text)).abs().max().item()
            for name, text in run["gradients"].items()
        ]
        most = max(abs(ours - theirs) for ours, theirs in zip(run["losses"], losses, strict=True))
        last = f"{run['losses'][-1]:.7f}, {losses[-1]:.7f}"
        print(f"| {run['kind']}, {len(losses)} steps | {max(apart):.1e} | {most:.1e} | {last} |")


if __name__ == "__main__":
    main()
