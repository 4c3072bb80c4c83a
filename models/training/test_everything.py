"""The whole run shares out its minutes, and goes on where it was cut."""

import os
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from .everything.ledger import Ledger
from .everything.stages import FULL, STAGES, TOY
from .world.dataset import draw_dataset, load_covers, load_dataset
from .world.scene import Scene, Thing

FIRST, SECOND, LAST = STAGES[0], STAGES[1], STAGES[-1]


class LedgerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path, self.now = Path(folder.name) / "everything.json", 0.0
        clock = patch("training.everything.ledger.time.time", lambda: 60 * self.now)
        clock.start()
        self.addCleanup(clock.stop)

    def ledger(self) -> Ledger:
        """The ledger of a sitting that begins now, of a run of 35 minutes."""
        return Ledger(self.path, 35)

    def test_a_stage_gets_its_share_of_what_is_left(self):
        ledger, shares = self.ledger(), sum(stage.share for stage in STAGES)
        self.assertAlmostEqual(ledger.minutes_for(FIRST), 35 * FIRST.share / shares)
        self.now = 2.0  # less than its share
        ledger.finish(FIRST)
        left = shares - FIRST.share
        self.assertAlmostEqual(ledger.minutes_for(SECOND), 33 * SECOND.share / left)

    def test_the_last_stage_gets_all_that_is_left(self):
        ledger = self.ledger()
        for stage in STAGES[:-1]:
            ledger.finish(stage)
        self.now = 30.0
        self.assertAlmostEqual(ledger.minutes_for(LAST), 5)

    def test_a_cut_run_goes_on_with_the_same_minutes_for_a_stage_that_began(self):
        ledger = self.ledger()
        ledger.finish(FIRST)
        before = ledger.minutes_for(SECOND)
        self.now = 9.0
        ledger.keep()
        self.now = 500.0  # nothing is spent between two sittings
        again = self.ledger()
        self.assertTrue(again.is_done(FIRST))
        self.assertFalse(again.is_done(SECOND))
        self.assertEqual(again.minutes_for(SECOND), before)
        again.finish(SECOND)
        left = sum(stage.share for stage in STAGES[2:])
        self.assertAlmostEqual(again.minutes_for(STAGES[2]), 26 * STAGES[2].share / left)


def a_person(_) -> Scene:
    """A scene that needs no rendered art."""
    return Scene([Thing("person", None, "waving")], "plain", "3d")


class StagesTest(unittest.TestCase):
    def test_every_data_set_can_be_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            with patch.dict(os.environ, EASEL_TRAINING_DIR=folder):
                for plan in TOY.plans():
                    draw_dataset(replace(plan, count=2, choose=a_person))
                    pictures, records = load_dataset(plan.name)
                    self.assertEqual(len(pictures), len(records))
                    covers = load_covers(plan.name)
                    self.assertEqual(covers.shape[:2], (2, pictures.shape[1] // 8))
                    self.assertGreater(covers.max(), 200)

    def test_every_picture_that_a_stage_needs_is_drawn_and_in_that_order(self):
        drawn = [plan.name for plan in FULL.plans()]
        needed = [name for stage in STAGES for name in stage.needs]
        self.assertEqual(drawn, needed)
        self.assertEqual(drawn, [plan.name for plan in TOY.plans()])


if __name__ == "__main__":
    unittest.main()
