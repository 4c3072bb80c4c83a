"""Loss and gradients of the exported graphs against torch's own."""

import tempfile
import unittest
from pathlib import Path

import torch

from .export.gradients import StyleLoss, WordLoss, export_gradients
from .test_export import WIDTH, WORDS, run, small_text_encoder, small_unet

VECTORS, RANK = 2, 2


def rounded(network):
    """The network with weights that float16 holds exactly, so that only arithmetic can differ."""
    for parameter in network.parameters():
        parameter.data = parameter.data.half().float()
    return network


class GradientTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.unet = rounded(small_unet())
        latents = lambda: torch.randn(1, 4, 8, 8)  # noqa: E731
        self.noisy = {"sample": latents(), "timestep": torch.tensor([500.0]), "target": latents()}

    def check(self, loss, inputs: dict, learned: list[str]) -> None:
        """Exports, runs on other values than those traced, and compares with autograd."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.onnx"
            export_gradients(loss, inputs, learned, path)
            given = {name: self.other(value) for name, value in inputs.items()}
            found, *gradients = run(path, **given)
        for name in learned:
            given[name] = given[name].clone().requires_grad_(True)
        expected = loss(**given)
        self.assertAlmostEqual(found.item(), expected.item(), places=5)
        exact = torch.autograd.grad(expected, [given[name] for name in learned])
        for name, gradient, right in zip(learned, gradients, exact, strict=True):
            self.assertGreater(right.abs().max().item(), 0, name)
            error = (gradient - right).abs().max() / right.abs().max()
            self.assertLess(error.item(), 1e-3, name)

    def other(self, value):
        """A value of the same kind, other than the one the graph was made with."""
        varied = value.ndim > 1 and value.is_floating_point()
        return value + 0.3 * torch.randn_like(value) if varied else value

    def test_a_words_vectors(self):
        ids = torch.randint(0, WORDS - 2, (1, 77))
        placement = torch.zeros(1, 77, VECTORS)
        placement[0, 4, 0] = placement[0, 5, 1] = 1
        words = {"input_ids": ids, "placement": placement, "vectors": torch.randn(VECTORS, WIDTH)}
        loss = WordLoss(rounded(small_text_encoder()), self.unet)
        self.check(loss, {**self.noisy, **words}, ["vectors"])

    def test_a_styles_matrices(self):
        loss = StyleLoss(self.unet)
        matrices = loss.matrices(RANK)
        text = {"encoder_hidden_states": torch.randn(1, 77, WIDTH)}
        self.check(loss, {**self.noisy, **text, **matrices}, list(matrices))

    def test_a_start_changes_nothing(self):
        loss, text = StyleLoss(self.unet), torch.randn(1, 77, WIDTH)
        start = loss(**self.noisy, encoder_hidden_states=text, **loss.matrices(RANK))
        made = self.unet(self.noisy["sample"], self.noisy["timestep"], text).sample
        self.assertEqual(start.item(), ((made - self.noisy["target"]) ** 2).mean().item())


if __name__ == "__main__":
    unittest.main()
