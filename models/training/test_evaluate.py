"""The evaluation counts right: every way of measuring is held to a case with a known answer."""

import tempfile
import unittest
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import torch

from .evaluate.attribute_table import attribute_lines
from .evaluate.attributes import Tally
from .evaluate.control import distance
from .evaluate.figures import keep_figures, load_figures
from .evaluate.frechet import frechet_distance
from .evaluate.prompts import Prompt, evaluation_prompts
from .evaluate.score import scores
from .evaluate.steering import open_prompts, steered_prompts
from .evaluate.sweeps import rises, summary
from .evaluate.table import report_text
from .export.similarity import FINDINGS, export_judge
from .judge.exported import ExportedJudge
from .judge.networks import Judge
from .judge.targets import joined, targets_of
from .world.scene import Scene, Thing, is_held_out


class FrechetTest(unittest.TestCase):
    def test_a_shift_costs_its_square_and_the_same_costs_nothing(self):
        features = torch.randn(400, 8, generator=torch.Generator().manual_seed(0))
        self.assertAlmostEqual(frechet_distance(features, features), 0, places=6)
        self.assertAlmostEqual(frechet_distance(features, features + 1), 8, places=6)


class PromptTest(unittest.TestCase):
    def test_prompts_are_the_same_each_time_and_keep_to_their_side(self):
        held_out, seen = evaluation_prompts(60), evaluation_prompts(60, held_out=False)
        self.assertEqual(held_out, evaluation_prompts(60))
        self.assertTrue(all(is_held_out(p.scene) for p in held_out))
        self.assertFalse(any(is_held_out(p.scene) for p in seen))

    def test_a_steered_phrase_stands_in_its_prompt_and_all_attributes_take_turns(self):
        prompts = steered_prompts(100)
        self.assertTrue(all(p.phrase in p.words for p in prompts))
        kinds = {"colour", "subject", "environment", "style", "light", "look"}
        self.assertEqual({p.attribute for p in prompts}, kinds)

    def test_open_prompts_leave_open_what_they_say(self):
        styles = ("3d", "flat design", "cartoon", "ink drawing")
        for words, left_open in open_prompts(40):
            named = any(style in words for style in styles)
            self.assertEqual(named, left_open == "environment", words)


class TargetTest(unittest.TestCase):
    def test_joined_targets_are_those_of_all_records_in_turn(self):
        records = [
            {"scene": asdict(Scene([Thing(subject, colour)], "beach", style)), "spots": [spot]}
            for subject, colour, style, spot in (
                ("cat", "green", "3d", ["cat", 0.5, 0.6]),
                ("dog", None, "ink", ["dog", 0.25, 0.7]),
                ("house", "red", "flat", ["house", 0.75, 0.5]),
            )
        ]
        together = targets_of(records)
        apart = joined([targets_of(records[:1]), targets_of(records[1:])])
        for field in fields(together):
            self.assertTrue(
                torch.equal(getattr(apart, field.name), getattr(together, field.name)), field.name
            )


class CountingTest(unittest.TestCase):
    def test_a_tally_gives_percent_and_number(self):
        tally, scene = Tally(), Scene([Thing("cat", "green")], "beach", "3d")
        prompt = Prompt("a cat, green", scene, held_out_colour=True, held_out_words=True)
        for holds in (True, True, False, True):
            tally.add(prompt, {"subject": True, "colour": holds, "style": True})
        expected = {"subject": [100.0, 4], "colour": [75.0, 4], "held-out pair": [75.0, 4]}
        expected |= {"style": [100.0, 4], "style: 3d": [100.0, 4]}
        self.assertEqual(tally.shares(), expected)

    def test_a_sweep_rises_or_it_does_not(self):
        self.assertTrue(rises([0.1, 0.3, 0.28, 0.9, 0.9]))
        self.assertFalse(rises([0.1, 0.5, 0.3, 0.9, 0.9]))
        self.assertFalse(rises([0.5, 0.5, 0.52, 0.53, 0.55]))
        self.assertFalse(rises([0.9, 0.7, 0.5, 0.3, 0.1]))

    def test_what_is_sure_at_first_has_no_room_to_rise(self):
        found = summary([("colour", [0.95, 1.0]), ("colour", [0.2, 0.9]), ("style", [0.9, 0.85])])
        self.assertEqual(found["rising"], 33.3)
        self.assertEqual(found["rising_with_room"], [50.0, 2])
        self.assertEqual(found["rising_by_attribute"], {"colour": 50.0, "style": 0.0})

    def test_the_same_control_is_no_distance_and_another_one_is(self):
        marks = np.zeros((64, 64, 3), np.float32)
        marks[20, 10:50] = 1
        for kind in ("line", "scribble", "pose", "segment", "depth"):
            self.assertEqual(distance(kind, marks, marks), 0, kind)
            self.assertGreater(distance(kind, marks, marks.transpose(1, 0, 2)), 1, kind)
        self.assertEqual(distance("line", marks, np.roll(marks, 2, 0)), 0)
        self.assertEqual(distance("line", marks, np.roll(marks, 6, 0)), 100)
        self.assertEqual(distance("line", marks, 0 * marks), 100)
        self.assertAlmostEqual(distance("depth", marks, marks * 0 + 1), 100 * (1 - 40 / 4096), 3)


class JudgeTest(unittest.TestCase):
    @torch.no_grad()
    def test_the_exported_judge_says_what_the_judge_says(self):
        torch.manual_seed(0)
        judge, pictures = Judge(32).eval(), torch.rand(3, 3, 128, 128) * 2 - 1
        with tempfile.TemporaryDirectory() as folder:
            export_judge(judge, Path(folder))
            found = ExportedJudge(Path(folder))(pictures)
            embedding = ExportedJudge(Path(folder)).session.run(
                ["embedding"], {"sample": pictures.numpy()}
            )[0]
        expected = judge(pictures)
        for name in FINDINGS:
            difference = (getattr(found, name) - getattr(expected, name)).abs().max().item()
            self.assertLess(difference, 5e-3, name)
        np.testing.assert_allclose(np.linalg.norm(embedding, axis=1), 1, atol=1e-5)
        for attribute, value in (
            ("subject", "cat"),
            ("colour", "red"),
            ("environment", "beach"),
            ("light", "night"),
            ("style", "ink"),
            ("look", "cinematic"),
        ):
            sure = scores(expected, attribute, value, "cat")
            self.assertEqual(sure.shape, (3,))
            self.assertTrue(((sure >= 0) & (sure <= 1)).all(), attribute)


class ReportTest(unittest.TestCase):
    def test_parts_are_told_of_what_the_judge_may_judge(self):
        held_out = {"style": [90.0, 20], "style: 3d": [80.0, 10], "style: ink": [100.0, 10]}
        held_out |= {"two colours: usual wording": [50.0, 4]}
        figures = {"prompts": 20, "seeds": 1, "steps": 20, "guidance": 4, "frechet": 2}
        figures |= {"held_out": held_out, "seen": {}, "frechet_real": 1}
        figures["real"] = {"style": 98.0, "two colours": 96.0}
        text = "\n".join(attribute_lines("starter", figures))
        self.assertIn("Style right, of what was asked for: 3d 80.0% of 10, ink 100.0% of 10.", text)
        self.assertNotIn("50.0%", text)

    def test_measurements_are_kept_one_by_one_and_written_together(self):
        sweep = {
            "prompts": 10,
            "rising": 80.0,
            "rising_with_room": [100.0, 5],
            "higher_at_the_end": 90.0,
            "rising_by_attribute": {"colour": 80.0},
            "mean_sweep": [0.1, 0.9],
        }
        speed = {"steps": 20, "batch": 2, "picture_s": 0.7, "unet_pass_s": 0.03}
        speed |= {"decode_s": 0.02, "load_s": 0.9, "memory_mb": 300}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report" / "figures.json"
            keep_figures("speed", "starter", {**speed, "picture_s": 7.25}, path)
            keep_figures("speed", "starter", speed, path)
            keep_figures("weights", "starter", {**sweep, "weights": [0, 1.6]}, path)
            text = report_text(load_figures(path), ["starter.webp"])
        self.assertIn("20 steps in 0.7 s", text)
        self.assertNotIn("7.25", text)
        self.assertIn("in 80% of 10 prompts", text)
        self.assertIn("it does in 100% of 5", text)
        self.assertIn("report/starter.webp", text)


if __name__ == "__main__":
    unittest.main()
