"""The world keeps its promises: nothing held out is shown, captions and places tell the truth."""

import random
import re
import unittest

import numpy as np
from PIL import Image

from ..judge.verdict import relation_holds
from .arrange import arrange
from .captions import caption
from .compose import Drawing
from .layers import Canvas, widened
from .scene import Scene, Thing, choose_scene, choose_training_scene, is_held_out
from .styles import OUTLINE, styled
from .truth import subject_cover
from .vocabulary import ALL_SUBJECTS, HOLDOUT, RELATIONS, SUBJECTS


class HoldoutTest(unittest.TestCase):
    def test_about_a_fifth_of_the_subjects_stays_out(self):
        self.assertAlmostEqual(len(HOLDOUT["subjects"]) / len(ALL_SUBJECTS), 0.2, delta=0.03)
        self.assertEqual(len(ALL_SUBJECTS) - len(SUBJECTS), len(HOLDOUT["subjects"]))

    def test_every_held_out_pair_names_a_trained_subject(self):
        for pair in HOLDOUT["subjectColours"] + HOLDOUT["subjectEnvironments"]:
            self.assertIn(pair[0], SUBJECTS)

    def test_training_never_shows_a_held_out_pair(self):
        rng = random.Random(1)
        self.assertFalse(any(is_held_out(choose_training_scene(rng)) for _ in range(3000)))
        self.assertTrue(any(is_held_out(choose_scene(rng)) for _ in range(300)))

    def test_held_out_wordings_do_not_occur_in_training_captions(self):
        scene = Scene([Thing("cat", "red")], "beach", "3d")
        rng = random.Random(2)
        trained = [caption(scene, rng) for _ in range(500)]
        held = [caption(scene, rng, drop=0, held_out=True) for _ in range(50)]
        self.assertFalse(any("cat, red" in words or "render with" in words for words in trained))
        self.assertTrue(all("cat, red" in words for words in held))


class CaptionTest(unittest.TestCase):
    def test_nothing_dropped_names_every_part(self):
        scene = Scene([Thing("cat", "red")], "beach", "cartoon", light="night", looks=["dramatic"])
        for seed in range(200):
            words = caption(scene, random.Random(seed), drop=0)
            for part in ("red cat", "beach", "night", "dramatic", "cartoon"):
                self.assertIn(part, words)

    def test_a_colour_may_follow_its_noun(self):
        scene = Scene([Thing("cat", "red")], "beach", "cartoon")
        said = [caption(scene, random.Random(seed)) for seed in range(200)]
        for form in ("red cat", "cat red", "cat in red", "cat, in red"):
            self.assertTrue(any(form in words for words in said), form)
        self.assertTrue(all("red" in words for words in said if "cat" in words))

    def test_some_captions_are_one_tag_of_any_kind(self):
        scene = Scene([Thing("cat", "red")], "beach", "ink", light="night", looks=["dramatic"])
        said = [caption(scene, random.Random(seed)) for seed in range(3000)]
        for tag in ("beach", "night", "dramatic", "black ink", "a red cat"):
            self.assertIn(tag, said)

    def test_left_and_right_are_never_swapped(self):
        scene = Scene([Thing("cat"), Thing("dog")], "beach", "3d", relation="left")
        for seed in range(200):
            words = caption(scene, random.Random(seed), drop=0)
            cat_first = words.index("cat") < words.index("dog")
            says_left = re.search(r"\b(left|right)\b", words).group(1) == "left"
            self.assertEqual(cat_first, says_left, words)

    def test_the_colour_of_a_person_is_that_of_the_clothes(self):
        scene = Scene([Thing("person", "black", "waving")], "beach", "3d")
        for seed in range(50):
            words = caption(scene, random.Random(seed)).replace(",", "")
            if "person" in words:
                self.assertIn("waving person in black", words)

    def test_a_count_is_said_with_a_plural(self):
        scene = Scene([Thing("butterfly")], "room", "ink", count=3)
        for seed in range(50):
            words = caption(scene, random.Random(seed)).replace(",", "")
            if "butterfl" in words:
                self.assertRegex(words, r"(three|3) butterflies")

    def test_commas_come_and_go_but_none_before_a_colour(self):
        scene = Scene([Thing("fox", "blue")], "beach", "3d")
        said = [caption(scene, random.Random(seed)) for seed in range(500)]
        self.assertTrue(any("blue, fox" in words for words in said))
        self.assertTrue(any("," not in words and "beach 3d" in words for words in said))
        self.assertFalse(any("fox, blue" in words for words in said))


class ArrangementTest(unittest.TestCase):
    def test_places_hold_their_relation_in_every_size(self):
        rng = random.Random(3)
        for width, height in ((128, 128), (160, 96), (96, 160)):
            for relation in RELATIONS:
                scene = Scene([Thing("cat"), Thing("dog")], "beach", "3d", relation=relation)
                for _ in range(100):
                    spots = arrange(scene, width, height, None, rng)
                    centres = {s.thing.subject: (s.x / width, s.y / height) for s in spots}
                    holds = relation_holds(relation, centres["cat"], centres["dog"])
                    self.assertTrue(holds, (relation, width, centres))

    def test_a_count_gives_as_many_spots(self):
        for count in (1, 2, 3, 4):
            scene = Scene([Thing("cat")], "beach", "3d", count=count)
            self.assertEqual(len(arrange(scene, 128, 128, None, random.Random(4))), count)


class StylesTest(unittest.TestCase):
    def setUp(self):
        self.art = Image.new("RGBA", (100, 100))
        self.art.paste((200, 40, 40, 255), (20, 20, 80, 80))

    def test_a_model_is_lit_from_above_and_glossy(self):
        made = np.asarray(styled("3d", self.art)).astype(int)
        self.assertGreater(made[35, 50, 1], 60)
        self.assertGreater(made[55, 50, 0] - made[76, 50, 0], 20)
        self.assertTrue((made[..., 3] == np.asarray(self.art)[..., 3]).all())

    def test_a_cartoon_is_outlined(self):
        made = np.asarray(styled("cartoon", self.art))
        self.assertEqual(tuple(made[50, 18].tolist()), (*OUTLINE, 255))
        self.assertEqual(tuple(made[50, 50].tolist()), (200, 40, 40, 255))

    def test_flat_design_and_ink_are_as_their_art(self):
        for style in ("flat", "ink"):
            self.assertIs(styled(style, self.art), self.art)


class LayersTest(unittest.TestCase):
    def test_a_widened_mask_reaches_as_far_on_every_side(self):
        mask = np.zeros((20, 30), np.uint8)
        mask[8, 12] = 200
        self.assertEqual(np.argwhere(widened(Image.fromarray(mask), 3)).tolist()[0], [5, 9])
        self.assertEqual((np.asarray(widened(Image.fromarray(mask), 3)) == 200).sum(), 49)

    def test_the_cover_is_the_share_of_each_cell_that_subjects_hide(self):
        canvas = Canvas(32, 16, random.Random(5))
        canvas.layer("background", 1)
        canvas.rectangle(0, 0, 32, 16, (0, 0, 255))
        canvas.layer("cat", 0.4)
        canvas.rectangle(8, 0, 19.5, 7.5, (255, 0, 0))
        picture = Image.new("RGB", (32, 16))
        cover = subject_cover(Drawing(picture, canvas.layers, spots=[None]))
        self.assertEqual(cover.tolist(), [[0, 255, 128, 0], [0, 0, 0, 0]])


if __name__ == "__main__":
    unittest.main()
