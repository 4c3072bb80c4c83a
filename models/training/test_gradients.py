"""The exported graph of loss and gradients against autograd over diffusers' own networks."""

import tempfile
import unittest
from pathlib import Path

import onnx
import torch
from diffusers import DDPMScheduler
from onnx import numpy_helper

from .export.concept_gradients import BATCH, TOKENS, export_concept_gradients
from .export.read_back import read_model_folder
from .test_export import SmallModel, run

SIDE = 8


def filled(path: Path, weights: dict[str, torch.Tensor]) -> Path:
    """The graph with its weights inside, as the engine opens it."""
    model = onnx.load(path)
    inputs = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    for name, value in weights.items():
        model.graph.initializer.append(numpy_helper.from_array(value.numpy(), name))
    onnx.save(model, path.with_name("filled.onnx"))
    return path.with_name("filled.onnx")


class GradientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name)
        cls.networks = SmallModel(folder).networks
        # As they are stored, so that only arithmetic can differ.
        for part, weights in read_model_folder(folder).items():
            if part in cls.networks:
                cls.networks[part].load_state_dict(weights)
        cls.scheduler = DDPMScheduler(beta_schedule="scaled_linear", prediction_type="v_prediction")
        cls.scheduler.save_pretrained(folder / "scheduler")
        cls.loss = export_concept_gradients(folder, SIDE)
        torch.manual_seed(1)
        cls.given = cls.loss.inputs(SIDE)
        cls.given["input_ids"][:, 4] = cls.loss.first_id
        cls.given["input_ids"][1:, 9] = cls.loss.first_id + 2
        graph = filled(folder / "gradients/model.onnx", cls.loss.weights)
        cls.found, *slopes = run(graph, **cls.given)
        cls.slopes = dict(zip(cls.loss.learned(), slopes, strict=True))

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def diffusers_loss(self, given: dict) -> torch.Tensor:
        """The same loss by diffusers' and transformers' code, with hooks for what is learned."""
        unet, text_encoder = self.networks["unet"], self.networks["text_encoder"]
        table = text_encoder.get_input_embeddings()
        grown = torch.cat([table.weight.detach(), given["vectors"]])
        table.forward = lambda ids: grown[ids]
        hooks = []
        for name, _ in self.loss.layers.values():
            down, up = given[f"{name}.down"], given[f"{name}.up"]
            hooks.append(unet.get_submodule(name).register_forward_hook(_added(down, up)))
        try:
            text = text_encoder(input_ids=given["input_ids"]).last_hidden_state
            parts = given["latents"], given["noise"], given["timesteps"]
            made = unet(self.scheduler.add_noise(*parts), parts[2], text).sample
            return ((made - self.scheduler.get_velocity(*parts)) ** 2).mean()
        finally:
            del table.forward
            for hook in hooks:
                hook.remove()

    def test_agrees_with_diffusers(self):
        given = dict(self.given)
        for name in self.slopes:
            given[name] = given[name].clone().requires_grad_(True)
        expected = self.diffusers_loss(given)
        self.assertAlmostEqual(self.found.item(), expected.item(), places=5)
        exact = torch.autograd.grad(expected, [given[name] for name in self.slopes])
        for (name, slope), right in zip(self.slopes.items(), exact, strict=True):
            self.assertGreater(right.abs().max().item(), 0, name)
            error = (slope - right).abs().max() / right.abs().max()
            self.assertLess(error.item(), 1e-3, name)

    def test_holds_no_weights(self):
        path = Path(self.scratch.name) / "gradients/model.onnx"
        inside = onnx.load(path).graph.initializer
        largest = max(numpy_helper.to_array(value).size for value in inside)
        self.assertLessEqual(largest, BATCH * TOKENS**2)  # the text's mask

    def test_a_start_changes_nothing(self):
        zero = {name: torch.zeros_like(value) for name, value in self.loss.learned().items()}
        given = {**self.given, **self.loss.weights, **zero}
        ids = given["input_ids"].clamp(max=self.loss.first_id - 1)
        plain = self.loss({**given, "input_ids": ids})
        unet, text_encoder = self.networks["unet"], self.networks["text_encoder"]
        text = text_encoder(input_ids=ids).last_hidden_state
        parts = given["latents"], given["noise"], given["timesteps"]
        made = unet(self.scheduler.add_noise(*parts), parts[2], text).sample
        exact = ((made - self.scheduler.get_velocity(*parts)) ** 2).mean()
        self.assertAlmostEqual(plain.item(), exact.item(), places=4)


def _added(down: torch.Tensor, up: torch.Tensor):
    """A hook that adds a low-rank product to a projection's output."""
    return lambda _, inputs, made: made + inputs[0] @ down.T @ up.T


if __name__ == "__main__":
    unittest.main()
