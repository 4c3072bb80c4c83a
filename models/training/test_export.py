"""Exported graphs against the networks that they come from."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from diffusers import UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

from .autoencoder.networks import Decoder, Encoder
from .export.attention import attention_names, output_name
from .export.conditioning_mean import (
    add_mean_to_text,
    missing_mean,
    take_mean_from_attention,
)
from .export.graphs import export_graphs
from .export.read_back import read_alone, read_model_folder
from .export.similarity import export_judge
from .judge.networks import Judge

WIDTH, WORDS = 16, 50
OUTPUTS = ["attention_down_1_0", "attention_mid_0", "attention_up_0_0", "attention_up_0_1"]


def small_text_encoder() -> CLIPTextModel:
    """A text encoder of random weights."""
    sizes = {"hidden_size": WIDTH, "intermediate_size": 32, "projection_dim": WIDTH}
    return CLIPTextModel(
        CLIPTextConfig(
            **sizes,
            vocab_size=WORDS,
            num_hidden_layers=2,
            num_attention_heads=2,
            bos_token_id=WORDS - 2,
            eos_token_id=WORDS - 1,
        )
    )


def small_unet() -> UNet2DConditionModel:
    """A UNet of random weights with the real one's kinds of blocks."""
    return UNet2DConditionModel(
        sample_size=16,
        block_out_channels=(32, 64),
        layers_per_block=1,
        cross_attention_dim=WIDTH,
        attention_head_dim=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
    )


class SmallModel:
    """Small networks of random weights, exported to a folder."""

    def __init__(self, folder: Path):
        torch.manual_seed(0)
        self.networks = {
            "text_encoder": small_text_encoder().eval(),
            "unet": small_unet().eval(),
            "encoder": Encoder((8, 8, 16)).eval(),
            "decoder": Decoder((8, 8, 16)).eval(),
        }
        shape = (1, 4, 1, 1)
        self.statistics = {"mean": torch.randn(shape), "deviation": torch.rand(shape) + 0.5}
        export_graphs(folder, **self.networks, statistics=self.statistics)


def run(path: Path, **inputs):
    """An ONNX file's outputs."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    values = {name: np.asarray(value) for name, value in inputs.items()}
    return [torch.from_numpy(value) for value in session.run(None, values)]


class ExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        cls.model = SmallModel(cls.folder)
        cls.read = read_model_folder(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def denoise(self, latents, text):
        """The exported UNet's outputs at one timestep."""
        inputs = {"sample": latents, "encoder_hidden_states": text}
        return run(self.folder / "unet/model.onnx", **inputs, timestep=torch.tensor(300.0))

    def test_weights_come_back_as_they_are_stored(self):
        for part, network in self.model.networks.items():
            weights = network.state_dict()
            self.assertEqual(set(self.read[part]), set(weights), part)
            for name, value in weights.items():
                read = self.read[part][name]
                self.assertEqual(read.shape, value.shape, f"{part} {name}")
                # Half a step of a byte for the UNet, of float16 for the rest.
                step = 1 / 253 if part == "unet" else 2**-10
                error = (read - value).abs().max().item()
                self.assertLessEqual(error, step * value.abs().max().item(), f"{part} {name}")

    def test_statistics_come_back_exactly(self):
        for name, value in self.model.statistics.items():
            self.assertTrue(torch.equal(self.read["statistics"][name], value))

    @torch.no_grad()
    def test_the_graphs_compute_what_the_weights_read_back_compute(self):
        networks = {
            "text_encoder": small_text_encoder().eval(),
            "unet": small_unet().eval(),
            "decoder": Decoder((8, 8, 16)).eval(),
        }
        for part, network in networks.items():
            network.load_state_dict(self.read[part])
        latents, text = torch.randn(2, 4, 8, 12), torch.randn(2, 77, WIDTH)
        made, *_ = self.denoise(latents, text)
        expected = networks["unet"](latents, torch.tensor(300.0), text).sample
        self.assertLess((made - expected).abs().max().item(), 1e-4)
        ids = torch.randint(0, WORDS - 2, (2, 77))
        ids[:, 20:] = WORDS - 1
        hidden, _ = run(self.folder / "text_encoder/model.onnx", input_ids=ids)
        expected = networks["text_encoder"](input_ids=ids).last_hidden_state
        self.assertLess((hidden - expected).abs().max().item(), 1e-4)
        (pictures,) = run(self.folder / "vae_decoder/model.onnx", latent_sample=latents)
        statistics = self.model.statistics
        expected = networks["decoder"](latents * statistics["deviation"] + statistics["mean"])
        self.assertLess((pictures - expected).abs().max().item(), 1e-4)

    @torch.no_grad()
    def test_attention_maps_are_the_softmax_of_each_layer(self):
        unet, inputs = small_unet().eval(), {}
        unet.load_state_dict(self.read["unet"])
        names = attention_names(unet)
        self.assertEqual([output_name(name) for name in names], OUTPUTS)
        for name in names:

            def hook(_, args, kwargs, name=name):
                inputs[name] = (args, kwargs)

            unet.get_submodule(name).register_forward_pre_hook(hook, with_kwargs=True)
        latents, text = torch.randn(2, 4, 8, 12), torch.randn(2, 77, WIDTH)
        unet(latents, torch.tensor(300.0), text)
        _, *maps = self.denoise(latents, text)
        for name, found in zip(names, maps, strict=True):
            layer, hidden = unet.get_submodule(name), inputs[name][0][0]
            query, key = (
                line.unflatten(-1, (layer.heads, -1)).transpose(1, 2)
                for line in (layer.to_q(hidden), layer.to_k(text))
            )
            expected = (query @ key.transpose(-1, -2) * layer.scale).softmax(-1).mean(1, True)
            self.assertEqual(found.shape, expected.shape)
            self.assertLess((found - expected).abs().max().item(), 1e-5, name)

    @torch.no_grad()
    def test_a_mean_for_weights_changes_no_picture(self):
        torch.manual_seed(1)
        text_encoder, unet = small_text_encoder().eval(), small_unet().eval()
        ids, latents = torch.randint(0, WORDS - 2, (2, 77)), torch.randn(2, 4, 8, 8)

        def draw():
            return unet(latents, 300, text_encoder(input_ids=ids).last_hidden_state).sample

        before, amount = draw(), missing_mean(text_encoder)
        add_mean_to_text(text_encoder, amount)
        self.assertGreater((draw() - before).abs().max().item(), 1e-3)
        take_mean_from_attention(unet, amount)
        self.assertLess((draw() - before).abs().max().item(), 1e-5)
        text = text_encoder(input_ids=ids).last_hidden_state
        weighted = text.clone()
        weighted[:, 3] *= 1.6
        self.assertAlmostEqual((text.mean() / weighted.mean()).item(), 1, delta=0.02)
        self.assertAlmostEqual(missing_mean(text_encoder), 0, places=6)

    def test_a_folder_of_an_older_export_is_refused_by_name(self):
        with self.assertRaisesRegex(ValueError, "unet.*does not name its weights"):
            renamed = Path(self.temporary.name) / "renamed"
            rename_weights(self.folder, renamed)
            read_model_folder(renamed)


def rename_weights(source: Path, target: Path) -> None:
    """Copies a folder's graphs, the UNet with numbers for names."""
    import onnx

    for path in source.glob("*/model.onnx"):
        if target in path.parents:
            continue
        model = onnx.load(path)
        if path.parent.name == "unet":
            del model.graph.node[:]
            for number, tensor in enumerate(model.graph.initializer):
                tensor.name = f"onnx::MatMul_{number}"
        copy = target / path.parent.name / "model.onnx"
        copy.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(model, copy)


class AloneTest(unittest.TestCase):
    def test_a_judge_comes_back_from_its_graph(self):
        torch.manual_seed(0)
        judge, back = Judge(), Judge()
        judge(torch.randn(4, 3, 128, 128))  # its normalisation has statistics to be lost
        with tempfile.TemporaryDirectory() as place:
            export_judge(judge.eval(), Path(place) / "similarity")
            back.load_state_dict(read_alone("judge", Path(place)))
        for name, found in back.state_dict().items():
            if not name.endswith("num_batches_tracked"):
                self.assertTrue(torch.allclose(found, judge.state_dict()[name], atol=1e-3), name)


if __name__ == "__main__":
    unittest.main()
