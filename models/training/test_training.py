"""The pieces of training that have a right answer."""

import os
import tempfile
import unittest
from argparse import Namespace

import torch

from .export.conditioning_mean import last_norm
from .optimizer import Muon, orthogonalised
from .pace import Pace
from .parallel import join_group, shared_out
from .text_to_image.networks import build_text_encoder, encode
from .text_to_image.schedule import Schedule
from .text_to_image.unsaid import Unsaid, weigh
from .turbo.consistency import boundary, guided_step


class OptimizerTest(unittest.TestCase):
    def test_an_update_has_singular_values_near_one(self):
        torch.manual_seed(0)
        for shape in ((40, 90), (90, 40)):
            values = torch.linalg.svdvals(orthogonalised(torch.randn(2, *shape)).float())
            self.assertGreater(values.min().item(), 0.3)
            self.assertLess(values.max().item(), 1.4)

    def test_it_finds_the_least_of_a_quadratic(self):
        torch.manual_seed(0)
        target, weight = torch.randn(16, 16), torch.nn.Parameter(torch.zeros(16, 16))
        optimizer = Muon([weight], lr=0.1, weight_decay=0.0)
        for step in range(300):
            optimizer.param_groups[0]["lr"] = 0.1 * (1 - step / 300)
            optimizer.zero_grad()
            ((weight - target) ** 2).sum().backward()
            optimizer.step()
        self.assertLess((weight - target).abs().mean().item(), 0.05)


STACKS = [torch.arange(12.0).view(3, 2, 2), torch.ones(1, 3, 2)]


def _double_in_a_group(rank: int, folder: str) -> None:
    """What one process of two gets, written to a file of its own."""
    group = {"RANK": str(rank), "WORLD_SIZE": "2", "MASTER_ADDR": "localhost"}
    os.environ.update(group, MASTER_PORT="29531")
    join_group()
    torch.save(shared_out(lambda stack: 2 * stack, STACKS), f"{folder}/{rank}")
    torch.distributed.destroy_process_group()  # a process that only ends may break the other's


class Words:
    """A tokenizer of numbers: 1 begins, 2 ends and fills up, 3 is the comma."""

    bos_token_id, eos_token_id, pad_token_id = 1, 2, 2

    def __len__(self):
        return 30

    def __call__(self, text, add_special_tokens):
        return {"input_ids": [3]}


class UnsaidTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        said = [
            [1, 10, 11, 3, 12, 2],
            [1, 20, 3, 21, 22, 2],
            [1, 13, 2, 2, 2, 2],
            [1, 2, 2, 2, 2, 2],
        ]
        rows = [row + [2] * 71 for row in said]
        self.ids = torch.tensor(rows).repeat(50, 1)
        self.mixed, self.weights = Unsaid(Words())(self.ids)

    def test_what_has_a_weight_is_the_caption_and_what_has_none_a_phrase_of_another(self):
        changed = 0
        for before, after, weights in zip(self.ids, self.mixed, self.weights, strict=True):
            unsaid = after[weights == 0].tolist()
            self.assertIn(unsaid, [[], [10, 11], [12], [20], [21, 22], [13]])
            changed += unsaid != []
            # A comma comes with the phrase, and parts it from its neighbours.
            said = after[weights == 1]
            words = lambda row: [word for word in row.tolist() if word > 3]  # noqa: E731
            self.assertEqual(words(before), words(said))
            self.assertEqual(after.tolist().count(3), before.tolist().count(3) + (unsaid != []))
        self.assertGreater(changed, 15)
        self.assertLess(changed, 50)

    def test_weights_of_1_change_nothing_and_a_weight_of_0_leaves_only_the_mean_that_is_added(self):
        text_encoder = build_text_encoder(Words())
        text = encode(text_encoder, self.ids[:1]).detach()
        self.assertTrue(torch.equal(weigh(text_encoder, text, torch.ones(1, 77)), text))
        weights = torch.ones(1, 77)
        weights[0, 2] = 0
        weighed = weigh(text_encoder, text, weights).detach()
        added = 0.05 - last_norm(text_encoder).bias.mean().item()
        self.assertTrue(torch.allclose(weighed[0, 2], torch.full((192,), -added)))
        self.assertAlmostEqual((weighed + added).mean().item(), (text + added).mean().item(), 5)


class ParallelTest(unittest.TestCase):
    def test_every_process_gets_what_all_have_worked_out(self):
        with tempfile.TemporaryDirectory() as folder:
            torch.multiprocessing.spawn(_double_in_a_group, (folder,), nprocs=2)
            for rank in range(2):
                for stack, doubled in zip(STACKS, torch.load(f"{folder}/{rank}"), strict=True):
                    self.assertTrue(torch.equal(2 * stack, doubled))


def options(pictures: int, within: float | None = None) -> Namespace:
    """What a command line of a stage holds."""
    return Namespace(pictures=pictures, minutes=1e9, within=within)


class PaceTest(unittest.TestCase):
    def test_two_sittings_follow_one_curve(self):
        whole = Pace(options(1000))
        second = Pace(options(1000), {"seen": 500, "minutes": 1.0})
        for _ in range(50):
            whole.advance(10, str)
        self.assertTrue(whole.running() and second.running())
        self.assertEqual(whole.learning_rate(1.0, 100), second.learning_rate(1.0, 100))

    def test_it_stops_at_the_target(self):
        pace = Pace(options(20))
        self.assertTrue(pace.running())
        pace.advance(20, str)
        self.assertFalse(pace.running())

    def test_lent_minutes_end_it_at_the_lowest_learning_rate(self):
        half = Pace(options(10**9, within=10), {"seen": 10**6, "minutes": 5.0})
        whole = Pace(options(10**9, within=10), {"seen": 10**6, "minutes": 10.0})
        self.assertTrue(half.running())
        self.assertAlmostEqual(half.learning_rate(1.0), 0.515, places=3)
        self.assertFalse(whole.running())
        self.assertAlmostEqual(whole.learning_rate(1.0), 0.03, places=6)


class ConsistencyTest(unittest.TestCase):
    def test_the_boundary_passes_clean_latents_unchanged(self):
        keep, made = boundary(torch.tensor([0]))
        self.assertEqual((keep.item(), made.item()), (1.0, 0.0))

    def test_a_perfect_teacher_steps_along_the_true_path(self):
        schedule, clean = Schedule("cpu"), torch.randn(3, 4, 8, 8)
        noise, steps = torch.randn_like(clean), torch.tensor([999, 499, 39])

        def unet(noisy, at, text):
            signal, share = schedule.at(at)
            velocity = signal * noise.repeat(2, 1, 1, 1) - share * clean.repeat(2, 1, 1, 1)
            return type("Output", (), {"sample": velocity})

        signal, share = schedule.at(steps)
        text = torch.zeros(3, 77, 8)
        noisy = signal * clean + share * noise
        stepped, earlier = guided_step(unet, schedule, noisy, steps, text, text[:1], 4.0)
        signal, share = schedule.at(earlier)
        self.assertLess((stepped - signal * clean - share * noise).abs().max().item(), 1e-4)


if __name__ == "__main__":
    unittest.main()
