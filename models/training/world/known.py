"""Scenes that a model folder has words for, so that it can be shown them and understand."""

import json
import random
import re
from pathlib import Path

from .captions import caption
from .scene import Scene, choose_training_scene
from .vocabulary import ENVIRONMENTS, LIGHTS, PLACES, STYLES

TRIES = 40


def words_of(text: str) -> list[str]:
    """The words of a text, as words.json lists them."""
    return re.findall(r"[a-z0-9]+", text.lower())


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
            if self.words.issuperset(words_of(words)):
                return words
        return ", ".join(self._plainly(scene))

    def _knows(self, scene: Scene) -> bool:
        things = {thing.subject for thing in scene.things}
        if not things.issubset(self.listed["subjects"]):
            return False
        if (scene.relation and not self.listed["relations"]) or (
            scene.count > 1 and not self.listed["counts"]
        ):
            return False
        return set(scene.looks).issubset(self.listed["looks"]) and self._says(STYLES[scene.style])

    def _says(self, wordings: list[str]) -> bool:
        return any(self.words.issuperset(words_of(wording)) for wording in wordings)

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
            known = [w for w in wordings if self.words.issuperset(words_of(w))]
            parts += known[:1]
        return [*parts, *scene.looks]
