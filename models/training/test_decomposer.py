"""The decomposer's graph draws controls as the world does, and its errors are counted right."""

import random
import unittest

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .decomposer.__main__ import _truth
from .decomposer.measure import decided, errors
from .decomposer.networks import CHANNELS, DecomposerGraph, Parts
from .world import conditions
from .world.arrange import Spot
from .world.compose import Drawing
from .world.layers import Canvas
from .world.scene import Thing


def drawing_of_a_person() -> Drawing:
    """A plain picture with a skeleton in it, made without any art."""
    rng = random.Random(0)
    canvas = Canvas(128, 128, rng)
    canvas.layer("sky", 1.0, 0.6)
    canvas.gradient((90, 140, 220), (200, 220, 240))
    canvas.layer("person", 0.4)
    canvas.ellipse(64, 60, 30, 40, (200, 60, 60))
    names = sorted({name for bone in conditions.BONES["person"] for name in bone})
    points = {name: (rng.uniform(30, 98), rng.uniform(20, 110)) for name in names}
    spot = Spot(Thing("person"), 64, 60, 60, 0.4, points)
    picture = canvas.layers[0].image.convert("RGB").reduce(2)
    return Drawing(picture, canvas.layers, [spot])


class Knowing(nn.Module):
    """A decomposer that knows the truth."""

    def __init__(self, truth: Parts):
        super().__init__()
        self.truth = truth

    def forward(self, pictures):
        """The truth as logits."""
        planes = [
            20.0 * F.one_hot(classes, count).permute(0, 3, 1, 2)
            for classes, count in zip(
                (self.truth.segments, self.truth.points), CHANNELS[2:], strict=True
            )
        ]
        return Parts(self.truth.lines - 0.5, self.truth.depth, *planes)


class DecomposerTest(unittest.TestCase):
    def setUp(self):
        self.drawing, self.rng = drawing_of_a_person(), random.Random(1)
        pair = np.asarray(conditions.decomposition(self.drawing, self.rng))[None]
        self.pictures, self.truth = _truth(pair, torch.device("cpu"))

    def test_its_graph_draws_the_control_pictures_of_the_world(self):
        found = DecomposerGraph(Knowing(self.truth))(self.pictures)
        line, depth, segment, pose, face, hand = (
            part[0].mul(255).round().byte().permute(1, 2, 0).numpy() for part in found
        )
        parts = {"line": line, "depth": depth, "segment": segment, "pose": pose}
        for kind, drawn in parts.items():
            real = np.asarray(conditions.KINDS[kind](self.drawing, self.rng))
            np.testing.assert_array_equal(drawn, real, kind)
        self.assertEqual((face.max(), hand.max()), (0, 0))

    def test_the_truth_has_no_error_and_a_wrong_answer_has(self):
        found = decided(Knowing(self.truth)(self.pictures))
        real = Parts(**{**vars(self.truth), "lines": self.truth.lines[:, 0] > 0.5})
        best = errors(found, real)
        self.assertEqual(best.pop("depth_error"), 0)
        self.assertEqual(set(best.values()), {100.0})
        shifted = Parts(
            lines=found.lines.roll(1, 2),
            depth=found.depth + 0.1,
            segments=found.segments.roll(12, 2),
            points=found.points.roll(8, 2),
        )
        worse = errors(shifted, real)
        self.assertAlmostEqual(worse["depth_error"], 10, delta=0.1)
        self.assertEqual(worse["line_f1_within_2px"], 100)
        for name in ("line_f1", "segment_accuracy", "bone_f1", "joint_f1_within_2px"):
            self.assertLess(worse[name], 95, name)


if __name__ == "__main__":
    unittest.main()
