"""Scenes that a model folder has words for, so that it can be shown them and understand."""

import json
import random
from pathlib import Path

from .captions import caption, words_of
from .scene import Scene, choose_training_scene
from .vocabulary import ENVIRONMENTS, LIGHTS, PLACES, STYLES

TRIES = 40


class KnownWords:
    """Chooses and words scenes with nothing but what a folder's words.json lists."""

    def __init__(self, folder: Path):
        self.listed = json.loads((Path(folder) / "words.json").read_text())
        self.words = set(self.listed["words"])

    def choose(self, rng: random.Random) -> Scene:
        """A random scene of what the model knows, with nothing held out in it."""
        while True:
            scene = choose_training_scene(rng)
            if self._knows(scene):
                return scene

    def say(self, scene: Scene, rng: random.Random) -> str:
        """A caption in known words: the first of some that needs no other."""
        for _ in range(TRIES):
            words = caption(scene, rng)
            if self._reads(words):
                return words
        return ", ".join(self._plainly(scene))

    def _reads(self, text: str) -> bool:
        return self.words.issuperset(words_of(text))

    def _knows(self, scene: Scene) -> bool:
        return (
            all(thing.subject in self.listed["subjects"] for thing in scene.things)
            and (scene.relation is None or bool(self.listed["relations"]))
            and (scene.count == 1 or bool(self.listed["counts"]))
            and all(look in self.listed["looks"] for look in scene.looks)
            and any(map(self._reads, STYLES[scene.style]))
        )

    def _plainly(self, scene: Scene) -> list[str]:
        """The parts in their plainest known wordings, those without one left out."""
        first = scene.things[0]
        parts = [" ".join(word for word in (first.colour, first.manner, first.subject) if word)]
        for table, key in (
            (PLACES, scene.place),
            (ENVIRONMENTS, scene.environment),
            (LIGHTS, scene.light),
        ):
            wordings = [w.format(colour=scene.background) for w in table[key]] if key else []
            parts += [wording for wording in wordings if self._reads(wording)][:1]
        return [*parts, *scene.looks]
