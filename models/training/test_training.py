"""The pieces of training that have a right answer."""

import os
import tempfile
import unittest
from argparse import Namespace

import torch
from diffusers import LCMScheduler

from .optimizer import Muon, orthogonalised
from .pace import Pace
from .parallel import join_group, shared_out
from .text_to_image.batches import PAIR_WEIGHT, row_weights
from .text_to_image.schedule import TURBO_SCHEDULER, Schedule
from .turbo.trajectories import PICKED, STRIDES, TIMESTEPS, Teacher, clean_guess, points


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


class ParallelTest(unittest.TestCase):
    def test_every_process_gets_what_all_have_worked_out(self):
        with tempfile.TemporaryDirectory() as folder:
            torch.multiprocessing.spawn(_double_in_a_group, (folder,), nprocs=2)
            for rank in range(2):
                for stack, doubled in zip(STACKS, torch.load(f"{folder}/{rank}"), strict=True):
                    self.assertTrue(torch.equal(2 * stack, doubled))


def options(pictures: int, within: float | None = None, fall_from: int = 0) -> Namespace:
    """What a command line of a stage holds."""
    return Namespace(pictures=pictures, minutes=1e9, within=within, fall_from=fall_from)


class PaceTest(unittest.TestCase):
    def test_two_sittings_follow_one_curve(self):
        whole = Pace(options(1000))
        second = Pace(options(1000), {"seen": 500, "minutes": 1.0})
        for _ in range(50):
            whole.advance(10, str)
        self.assertTrue(whole.running() and second.running())
        self.assertEqual(whole.learning_rate(1.0, 100), second.learning_rate(1.0, 100))

    def test_the_rate_falls_from_the_picture_that_is_named(self):
        rate = lambda seen: self._rate(seen, fall_from=600)  # noqa: E731
        self.assertEqual([rate(0), rate(600)], [1.0, 1.0])
        self.assertAlmostEqual(rate(800), 0.515, places=3)
        self.assertAlmostEqual(self._rate(800), 0.03 + 0.97 * 0.0955, places=3)
        with self.assertRaisesRegex(ValueError, "less than --pictures"):
            self._rate(0, fall_from=1000)

    def _rate(self, seen: int, fall_from: int = 0) -> float:
        pace = Pace(options(1000, fall_from=fall_from), {"seen": seen, "minutes": 1.0})
        self.assertTrue(pace.running())
        return pace.learning_rate(1.0, warm_up=1)

    def test_new_optimizers_rise_again(self):
        whole = Pace(options(1000), {"seen": 500, "minutes": 1.0})
        taken_up = Pace(options(1000), {"seen": 500, "minutes": 1.0, "new_since": 500})
        self.assertTrue(whole.running() and taken_up.running())
        self.assertLess(taken_up.learning_rate(1.0, 100), 0.02 * whole.learning_rate(1.0, 100))
        for _ in range(10):
            whole.advance(10, str)
            taken_up.advance(10, str)
        self.assertEqual(whole.learning_rate(1.0, 100), taken_up.learning_rate(1.0, 100))

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


class BatchesTest(unittest.TestCase):
    def test_pairs_come_more_often_and_what_is_held_out_never(self):
        relations = [None, "left", None, "above"] * 500
        weights = row_weights([{"scene": {"relation": relation}} for relation in relations])
        self.assertEqual([1, PAIR_WEIGHT, 1, PAIR_WEIGHT], weights[:4].tolist())
        self.assertEqual(1500, int((weights > 0).sum()))
        self.assertEqual(0, weights[-500:].sum().item())


class Perfect:
    """A UNet that knows the clean latents behind whatever it is shown."""

    def __init__(self, clean: torch.Tensor):
        self.clean, self.schedule = clean, Schedule("cpu")

    def __call__(self, noisy, steps, text):
        signal, noise = self.schedule.at(steps.expand(len(noisy)))
        clean = self.clean.repeat(len(noisy) // len(self.clean), 1, 1, 1)
        return Namespace(sample=(signal * noisy - clean) / noise)


class TrajectoryTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.clean, self.text = torch.randn(12, 4, 4, 4), torch.zeros(12, 77, 8)
        self.unet, self.schedule = Perfect(self.clean), Schedule("cpu")
        self.teacher = Teacher(self.unet, self.text[:1], 4.0)

    def test_those_timesteps_are_picked_that_the_sampler_takes(self):
        scheduler, taken = LCMScheduler.from_config(TURBO_SCHEDULER), set()
        for steps in (1, 2, 3, 4):
            scheduler.set_timesteps(steps)
            taken |= set(scheduler.timesteps.tolist())
        self.assertEqual({TIMESTEPS[k] for k in PICKED}, taken)

    def test_a_perfect_teacher_arrives_from_wherever_it_begins(self):
        for begin in (0, 5, STRIDES - 1):
            passed, clean = self.teacher.finish(torch.randn(12, 4, 4, 4), begin, self.text)
            self.assertEqual(len(passed), STRIDES - begin)
            self.assertLess((clean - self.clean).abs().max().item(), 1e-3)

    def test_a_teacher_stays_on_the_true_path(self):
        noise = torch.randn_like(self.clean)
        signal_share, noise_share = self.schedule.at(torch.tensor(TIMESTEPS[:1]))
        passed, _ = self.teacher.finish(
            signal_share * self.clean + noise_share * noise, 0, self.text
        )
        for noisy, step in zip(passed, TIMESTEPS, strict=True):
            signal_share, noise_share = self.schedule.at(torch.tensor([step]))
            truth = signal_share * self.clean + noise_share * noise
            self.assertLess((noisy - truth).abs().max().item(), 1e-3)

    def test_every_batch_holds_all_picked_timesteps_and_leads_to_where_the_teacher_arrives(self):
        pick = lambda count: (torch.randn(count, 4, 4, 4), self.text)  # noqa: E731
        lessons = points(pick, self.teacher, self.unet, self.schedule, 12)
        for point in (next(lessons) for _ in PICKED):
            self.assertEqual(set(point.steps.tolist()), {TIMESTEPS[k] for k in PICKED})
            self.assertLess((point.clean - self.clean).abs().max().item(), 1e-3)
            guess = clean_guess(self.unet, self.schedule, point.noisy, point.steps, point.text)
            self.assertLess((guess - self.clean).abs().max().item(), 1e-3)
        # Then it goes on from a guess, with less noise: never from the first timestep again.
        self.assertLess(next(lessons).steps.max().item(), TIMESTEPS[0])


if __name__ == "__main__":
    unittest.main()
