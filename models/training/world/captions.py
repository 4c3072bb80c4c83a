"""Words for a scene: tags or sentences, in any order, with parts dropped."""

import random
import re

from .scene import Scene, Thing
from .vocabulary import (
    COLOUR_AFTER,
    COLOURS,
    ENVIRONMENTS,
    HOLDOUT,
    LIGHTS,
    LOOKS,
    NUMBER_WORDS,
    PLACES,
    RELATIONS,
    STYLES,
    plural,
)

COLOUR_AFTER_SHARE = 0.5
# Of the captions that are one tag: what people name in a negative prompt, and often all they write.
TAG_ALONE = 0.08
# Of the commas that are left out, and of the places between words that get one.
COMMAS_LOST, COMMAS_WON = 0.15, 0.04


def words_of(text: str) -> list[str]:
    """The words of a text, without signs, as a model folder's words.json lists them."""
    return re.findall(r"[a-z0-9]+", text.lower())


def _with_article(words: str, rng: random.Random) -> str:
    article = "an" if words[0] in "aeiou" else "a"
    return rng.choice([f"{article} {words}"] * 3 + [f"the {words}", words])


def _coloured(noun: str, thing: Thing) -> str:
    """The noun with its colour; what is coloured of a person are the clothes."""
    if thing.colour is None:
        return noun
    if thing.subject == "person":
        return f"{noun} in {thing.colour}"
    return f"{thing.colour} {noun}"


def _thing_words(thing: Thing, rng: random.Random, drop: float, held_out: bool) -> str:
    noun = f"{thing.manner} {thing.subject}" if thing.manner else thing.subject
    wording = None
    if thing.colour and held_out:
        wording = HOLDOUT["wordings"]["colouredThing"]
    elif thing.colour and thing.subject != "person" and drop:
        wording = rng.choice(COLOUR_AFTER) if rng.random() < COLOUR_AFTER_SHARE else None
    if wording:
        return wording.format(thing=_with_article(noun, rng), colour=thing.colour)
    return _with_article(_coloured(noun, thing), rng)


def _subject_words(scene: Scene, rng: random.Random, drop: float, held_out: bool) -> str:
    first = scene.things[0]
    if scene.relation:
        a, b = (_thing_words(thing, rng, drop, held_out) for thing in scene.things)
        return rng.choice(RELATIONS[scene.relation]).format(a=a, b=b)
    if scene.count > 1:
        number = rng.choice(NUMBER_WORDS[scene.count])
        noun = " ".join(w for w in (first.manner, plural(first.subject)) if w)
        return f"{number} {_coloured(noun, first)}"
    return _thing_words(first, rng, drop, held_out)


def _as_typed(text: str, rng: random.Random) -> str:
    """
    The text with commas as people type them: some missing, some where none belongs, so that none
    means much. None is set before a colour: "a fox, blue" is held out.
    """
    words = text.split(" ")
    for k, (word, following) in enumerate(zip(words, words[1:], strict=False)):
        if word.endswith(","):
            words[k] = word[:-1] if rng.random() < COMMAS_LOST else word
        elif following.rstrip(",") not in COLOURS and rng.random() < COMMAS_WON:
            words[k] = f"{word},"
    return " ".join(words)


def caption(scene: Scene, rng: random.Random, drop: float = 0.1, held_out: bool = False) -> str:
    """
    A caption of the scene. Each part but the subjects is left out with probability `drop`, and now
    and then all parts but any one; where nothing is dropped colours stand in their usual place and
    commas where they belong. `held_out` uses the wordings that holdout.json keeps for evaluation.
    """
    text = _worded(scene, rng, drop, held_out)
    return _as_typed(text, rng) if drop else text


def _worded(scene: Scene, rng: random.Random, drop: float, held_out: bool) -> str:
    keep = lambda: rng.random() >= drop  # noqa: E731
    subject = _subject_words(scene, rng, drop, held_out)
    place = rng.choice(PLACES[scene.place]) if scene.place and keep() else None
    environment = None
    if keep():
        words = rng.choice(ENVIRONMENTS[scene.environment])
        environment = words.format(colour=scene.background)
    light = rng.choice(LIGHTS[scene.light]) if scene.light and keep() else None
    looks = [rng.choice(LOOKS[look]) for look in scene.looks if keep()]
    style = rng.choice(STYLES[scene.style]) if keep() else None

    if drop and rng.random() < TAG_ALONE:
        return rng.choice([p for p in (subject, place, environment, light, *looks, style) if p])
    if rng.random() < 0.5:
        parts = [p for p in (place, environment, light, *looks, style) if p]
        rng.shuffle(parts)
        # The subject leads most captions, as people write, and comes anywhere in the rest.
        parts.insert(0 if rng.random() < 0.7 else rng.randint(0, len(parts)), subject)
        return ", ".join(parts)
    sentence = " ".join(p for p in (subject, place, environment, light) if p)
    if style and held_out:
        styled = HOLDOUT["wordings"]["styledSentence"]
        sentence = styled.format(style=STYLES[scene.style][0], sentence=sentence)
    elif style and rng.random() < 0.5:
        noun = STYLES[scene.style][0]
        sentence = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun} of {sentence}"
    elif style:
        sentence = f"{sentence}, {style}"
    rng.shuffle(looks)
    return ", ".join([sentence, *looks])
