"""A model folder that goes on learning: it begins as it was, learns, can be run and read again."""

import json
import random
import tempfile
import unittest
from pathlib import Path

import torch

from .export.read_back import read_model_folder
from .restyle.folder_graph import FolderGraph
from .test_export import WIDTH, SmallModel, run
from .world.captions import words_of
from .world.known import KnownWords
from .world.vocabulary import COLOURS

LISTED = {
    "words": ["a", "cat", "tree", "red", "in", "on", "the", "left", "forest", "3d", "dramatic"],
    "subjects": ["cat", "tree"],
    "looks": ["dramatic"],
    "relations": [],
    "counts": [],
}


class FolderGraphTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        SmallModel(cls.folder)
        cls.path = cls.folder / "unet/model.onnx"
        cls.inputs = (
            torch.randn(2, 4, 8, 12),
            torch.tensor([300.0, 300.0]),
            torch.randn(2, 77, WIDTH),
        )

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def drawn(self, path: Path) -> torch.Tensor:
        """What the runtime computes with a file."""
        sample, _, text = self.inputs
        timestep = torch.tensor(300.0)
        return run(path, sample=sample, timestep=timestep, encoder_hidden_states=text)[0]

    def test_begins_as_the_file_computes(self):
        with torch.no_grad():
            made = FolderGraph(self.path)(*self.inputs)
        self.assertLess((made - self.drawn(self.path)).abs().max().item(), 1e-4)

    def test_learns_and_is_written_so_that_it_runs_and_reads_back(self):
        unet = FolderGraph(self.path)
        optimizer = torch.optim.AdamW(unet.parameters(), 1e-3)
        losses = []
        for _ in range(8):
            loss = (unet(*self.inputs) ** 2).mean()
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
        self.assertLess(losses[-1], 0.5 * losses[0])
        with tempfile.TemporaryDirectory() as place:
            written = Path(place) / "unet/model.onnx"
            unet.write(written, integers=True)
            with torch.no_grad():
                expected = unet(*self.inputs)
            # Weights are stored as bytes, so nearly.
            self.assertLess((self.drawn(written) - expected).abs().max().item(), 0.05)
            for part in ("text_encoder", "vae_encoder", "vae_decoder"):
                (Path(place) / part).symlink_to(self.folder / part)
            self.assertEqual(
                set(read_model_folder(Path(place))["unet"]),
                set(read_model_folder(self.folder)["unet"]),
            )

    def test_the_scale_of_the_latents_stays(self):
        decoder = FolderGraph(self.folder / "vae_decoder/model.onnx")
        self.assertFalse({"mean", "deviation"}.intersection(decoder.names))


class KnownWordsTest(unittest.TestCase):
    def test_scenes_and_captions_need_no_other_words(self):
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "words.json").write_text(json.dumps(LISTED))
            known, rng = KnownWords(Path(place)), random.Random(4)
            for _ in range(40):
                scene = known.choose(rng)
                self.assertIn(scene.things[0].subject, LISTED["subjects"])
                self.assertIsNone(scene.relation)
                self.assertEqual(scene.count, 1)
                self.assertEqual(scene.style, "3d")
                said = set(words_of(known.say(scene, rng)))
                self.assertLessEqual(said - set(COLOURS), set(LISTED["words"]))


if __name__ == "__main__":
    unittest.main()
