"""Whether the means of steering act: weights, guidance, negative prompts."""

import random
from dataclasses import dataclass

import torch

from ..autoencoder.checkpoint import as_tensor
from ..settings import SEED
from ..world.captions import caption
from ..world.scene import choose_scene, is_held_out
from ..world.vocabulary import ENVIRONMENTS, LIGHTS, LOOKS, STYLES
from .score import ORDER, scores
from .sweeps import SLACK, percent, summary

WEIGHTS = (0.0, 0.4, 0.8, 1.2, 1.6)
GUIDANCES = (1.0, 2.0, 4.0, 6.0)
SURE = 0.7  # a picture has what its judge gives this much


@dataclass
class Steered:
    """A prompt, the phrase that is steered, and what the phrase stands for."""

    words: str
    phrase: str
    attribute: str
    value: str
    subject: str


def steered_prompts(count: int) -> list[Steered]:
    """Prompts with one subject and each other attribute; the steered phrase takes turns."""
    rng, prompts = random.Random(f"{SEED}-steering"), []
    while len(prompts) < count:
        scene = choose_scene(rng, "single")
        thing = scene.things[0]
        if is_held_out(scene) or thing.manner or not thing.colour or scene.environment == "plain":
            continue
        phrases = {
            "colour": (thing.colour, thing.colour),
            "subject": (thing.subject, thing.subject),
            "environment": (ENVIRONMENTS[scene.environment][0], scene.environment),
            "style": (STYLES[scene.style][0], scene.style),
        }
        if scene.light:
            phrases["light"] = (LIGHTS[scene.light][0], scene.light)
        if scene.looks:
            phrases["look"] = (LOOKS[scene.looks[0]][0], scene.looks[0])
        rest = [text for name, (text, _) in phrases.items() if name not in ("colour", "subject")]
        words = ", ".join([f"a {thing.colour} {thing.subject}", *rest])
        turn = list(phrases)[len(prompts) % len(phrases)]
        prompts.append(Steered(words, phrases[turn][0], turn, phrases[turn][1], thing.subject))
    return prompts


def _mean_scores(model, judge, prompt: Steered, pictures, seeds: int) -> list[float]:
    """Of pictures [steps of the sweep * seeds], the mean at each step."""
    found = judge(as_tensor(pictures, model.device))
    certainties = scores(found, prompt.attribute, prompt.value, prompt.subject)
    return certainties.view(-1, seeds).mean(1).tolist()


def measure_weights(model, judge, prompts: int, seeds: int, steps: int, guidance: float) -> dict:
    """Sweeps each prompt's phrase over WEIGHTS; the same seeds at every weight."""
    sweeps, numbers = [], list(range(seeds))
    for prompt in steered_prompts(prompts):
        rows = [model.weighted(prompt.words, prompt.phrase, weight) for weight in WEIGHTS]
        text = torch.cat(rows).repeat_interleave(seeds, 0)
        empty = model.conditioning([""]).expand(len(text), -1, -1)
        pictures = model.paint(text, empty, numbers * len(WEIGHTS), steps, guidance)
        values = _mean_scores(model, judge, prompt, pictures, seeds)
        sweeps.append((prompt.attribute, values))
        print(prompt.attribute, prompt.value, [round(v, 2) for v in values], flush=True)
    return {"weights": WEIGHTS, "seeds": seeds, **summary(sweeps)}


def measure_guidance(model, judge, prompts: int, seeds: int, steps: int) -> dict:
    """Sweeps the guidance; the measured attribute is each prompt's own."""
    sweeps, numbers = [], list(range(seeds))
    for prompt in steered_prompts(prompts):
        text = model.conditioning([prompt.words]).expand(seeds * len(GUIDANCES), -1, -1)
        empty = model.conditioning([""]).expand_as(text)
        scales = torch.tensor(GUIDANCES, device=model.device).repeat_interleave(seeds)
        guidances = scales.view(-1, 1, 1, 1)
        pictures = model.paint(text, empty, numbers * len(GUIDANCES), steps, guidances)
        values = _mean_scores(model, judge, prompt, pictures, seeds)
        sweeps.append((prompt.attribute, values))
    # What is sure without guidance has nowhere to rise: those prompts count as kept.
    kept = percent([values[-1] >= values[0] - SLACK for _, values in sweeps])
    return {"guidances": GUIDANCES, "seeds": seeds, "not_lower": kept, **summary(sweeps)}


def open_prompts(count: int) -> list[tuple[str, str]]:
    """Prompts that leave style or environment open, and which of the two."""
    rng, prompts = random.Random(f"{SEED}-negatives"), []
    while len(prompts) < count:
        scene = choose_scene(rng, "single")
        if is_held_out(scene) or scene.environment == "plain":
            continue
        thing = caption(scene, rng, drop=1.0)
        if len(prompts) % 2:
            prompts.append((f"{thing}, {ENVIRONMENTS[scene.environment][0]}", "style"))
        else:
            prompts.append((f"{thing}, {STYLES[scene.style][0]}", "environment"))
    return prompts


def measure_negatives(model, judge, prompts: int, steps: int, guidance: float) -> dict:
    """
    Draws prompts that leave something open, reads what the picture made of it, names that in the
    negative prompt and draws again with the same seed. Percent of pictures without it afterwards.
    """
    gone, by_kind = [], {"style": [], "environment": []}
    for seed, (words, kind) in enumerate(open_prompts(prompts)):
        found = judge(as_tensor(model.draw([words], [seed], steps, guidance), model.device))
        sure, index = getattr(found, kind)[0].softmax(-1).max(-1)
        value = ORDER[kind][int(index)]
        if sure < SURE or value == "plain":
            continue
        names = {"style": STYLES, "environment": ENVIRONMENTS}[kind]
        text, away = model.conditioning([words]), model.conditioning([names[value][0]])
        again = judge(as_tensor(model.paint(text, away, [seed], steps, guidance), model.device))
        removed = int(getattr(again, kind)[0].argmax()) != int(index)
        gone.append(removed)
        by_kind[kind].append(removed)
    kinds = {kind: [percent(values), len(values)] for kind, values in by_kind.items()}
    return {"pictures": len(gone), "removed": percent(gone), "by_kind": kinds}
