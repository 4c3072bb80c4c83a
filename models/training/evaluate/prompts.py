"""The fixed prompts of the evaluation, with the scene that each one asks for."""

import random
from dataclasses import dataclass

from ..settings import SEED
from ..world.captions import caption
from ..world.scene import HELD_COLOURS, Scene, choose_scene, is_held_out


@dataclass
class Prompt:
    """
    Words, the scene they describe in full, whether a held-out colour pair is in it, and whether
    the words are in a held-out wording.
    """

    words: str
    scene: Scene
    held_out_colour: bool
    held_out_words: bool


def evaluation_prompts(count: int, held_out: bool = True) -> list[Prompt]:
    """
    `count` prompts with nothing dropped, half of them in the held-out wordings. With `held_out`
    every scene has a pair that training never showed; without, every pair was shown.
    """
    rng = random.Random(f"{SEED}-evaluation-{held_out}")
    prompts = []
    while len(prompts) < count:
        scene = choose_scene(rng)
        if is_held_out(scene) != held_out:
            continue
        held_out_words = len(prompts) % 2 == 0
        words = caption(scene, rng, drop=0.0, held_out=held_out_words)
        pairs = {(thing.subject, thing.colour) for thing in scene.things}
        prompts.append(Prompt(words, scene, bool(pairs & HELD_COLOURS), held_out_words))
    return prompts
