"""How far a picture's own truth is from the control asked for, with and without the control."""

import copy
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionOutput
from torch.nn import functional as F

from ..control.networks import build_control, controlled
from ..export.read_back import read_control
from ..settings import SEED, models_dir
from ..world.captions import caption
from ..world.compose import draw_scene
from ..world.conditions import KINDS
from ..world.scene import choose_scene, is_held_out

DECOMPOSER = models_dir() / "annotators" / "decomposer"
# The control that is asked for, and the part of the made picture that is held against it.
MEASURED = {
    "line": "line",
    "scribble": "line",
    "segment": "segment",
    "depth": "depth",
    "pose": "pose",
}


def missed_share(asked: np.ndarray, made: np.ndarray) -> float:
    """Share of the marked pixels [H, W] of both with no marked one of the other within 2 px."""
    marks = [torch.from_numpy(np.ascontiguousarray(side)).float() for side in (asked, made)]
    grown = [F.max_pool2d(mark[None, None], 5, 1, 2)[0, 0] for mark in marks]
    misses = [(a > 0) & (g == 0) for a, g in zip(marks, reversed(grown), strict=True)]
    marked = sum(int((mark > 0).sum()) for mark in marks)
    return sum(int(miss.sum()) for miss in misses) / max(1, marked)


def distance(kind: str, asked: np.ndarray, made: np.ndarray) -> float:
    """
    Percent between two control pictures [H, W, 3] in 0..1: mean difference for depth, pixels of
    another colour for segments, `missed_share` for lines and figures.
    """
    if kind == "depth":
        return 100 * float(np.abs(asked - made).mean())
    if kind == "segment":
        return 100 * float((np.abs(asked - made).max(-1) > 0.01).mean())
    return 100 * missed_share(asked.max(-1) > 0.5, made.max(-1) > 0.5)


class Decomposed:
    """The exported decomposer: pictures uint8 [B, H, W, 3] to a part [B, H, W, 3] in 0..1."""

    def __init__(self, folder: Path = DECOMPOSER):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        path = str(folder / "model.onnx")
        self.session = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])

    def part(self, name: str, pictures: np.ndarray) -> np.ndarray:
        """One part; `pose` is people, faces and hands together."""
        planes = pictures.transpose(0, 3, 1, 2).astype(np.float32) / 255
        names = ["pose", "face", "hand"] if name == "pose" else [name]
        made = self.session.run(names, {"picture": planes})
        return np.max(made, 0).transpose(0, 2, 3, 1)


def asked_controls(kind: str, count: int):
    """Held-out scenes drawn by the world: words, and the control picture uint8 [H, W, 3]."""
    rng = random.Random(f"{SEED}-control-{kind}")
    asked = []
    while len(asked) < count:
        scene = choose_scene(rng)
        if not is_held_out(scene):
            continue
        control = KINDS[kind](draw_scene(scene, rng), rng)
        if control is not None:
            asked.append((caption(scene, rng, drop=0.0), np.asarray(control)))
    return asked


class SteeredUnet:
    """A UNet under fixed control pictures [B, 3, H, W] in 0..1, called as the UNet itself is."""

    def __init__(self, unet, control, controls: torch.Tensor):
        self.unet, self.control, self.controls = unet, control, controls

    def __call__(self, inputs, step, text):
        """Its output; a guided batch holds every picture twice."""
        controls = self.controls.repeat(len(inputs) // len(self.controls), 1, 1, 1)
        made = controlled(self.unet, self.control, inputs, step, text, controls)
        return UNet2DConditionOutput(sample=made)


def load_control(model):
    """The control network of a model's folder."""
    control = build_control(model.unet)
    control.load_state_dict(read_control(model.folder))
    return control.to(model.device).eval()


def draw_controlled(model, control, words, seeds, controls: np.ndarray, **settings) -> np.ndarray:
    """Pictures of prompts under control pictures uint8 [B, H, W, 3]."""
    planes = torch.from_numpy(controls).to(model.device).permute(0, 3, 1, 2) / 255
    steered = copy.copy(model)
    steered.unet = SteeredUnet(model.unet, control, planes)
    return steered.draw(words, seeds, **settings)


def measure_control(model, decomposed: Decomposed, count: int, **settings) -> dict:
    """Mean distance in percent by kind, of `count` pictures with and without the control."""
    figures, control = defaultdict(dict), load_control(model)
    for kind, part in MEASURED.items():
        asked = asked_controls(kind, count)
        words, controls = [w for w, _ in asked], np.stack([c for _, c in asked])
        seeds = list(range(count))
        ways = {
            "with": draw_controlled(model, control, words, seeds, controls, **settings),
            "without": model.draw(words, seeds, **settings),
        }
        for way, pictures in ways.items():
            pairs = zip(controls / 255, decomposed.part(part, pictures), strict=True)
            errors = [distance(kind, asked, made) for asked, made in pairs]
            figures[kind][way] = round(float(np.mean(errors)), 1)
    return {"pictures": count, **settings, "distance": dict(figures)}
