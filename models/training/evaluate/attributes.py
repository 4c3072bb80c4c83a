"""Right or wrong, attribute by attribute, over many prompts and seeds."""

from collections import defaultdict

import numpy as np
import torch

from ..autoencoder.checkpoint import as_tensor
from ..judge.measure import accuracies, held_out_pictures
from ..judge.verdict import finding, verdict
from ..settings import batch_for
from .frechet import frechet_distance
from .prompts import Prompt, evaluation_prompts

SHEET_PICTURES = 60
# Attributes that are told in parts too, and the name of the part that a prompt belongs to.
PARTED = {
    "colour": lambda prompt: "held-out pair" if prompt.held_out_colour else "seen pair",
    "two colours": lambda prompt: (
        f"two colours: {'held-out' if prompt.held_out_words else 'usual'} wording"
    ),
    "style": lambda prompt: f"style: {prompt.scene.style}",
}


class Tally:
    """Verdicts by attribute, and by the parts of those in PARTED."""

    def __init__(self):
        self.right = defaultdict(list)

    def add(self, prompt: Prompt, results: dict[str, bool]) -> None:
        """Counts one picture's verdicts."""
        for name, holds in results.items():
            self.right[name].append(holds)
            if name in PARTED:
                self.right[PARTED[name](prompt)].append(holds)

    def shares(self) -> dict[str, list]:
        """By attribute: percent right, and of how many pictures."""
        return {
            name: [round(100 * sum(values) / len(values), 1), len(values)]
            for name, values in sorted(self.right.items())
        }


def judge_prompts(model, judge, prompts: list[Prompt], seeds: int, **settings):
    """Draws every prompt with every seed; returns tally, features and the first pictures."""
    tally, features, shown = Tally(), [], []
    size = batch_for(model.device, on_processor=16, on_card=250)
    jobs = [(p, 1000 * seed + k) for seed in range(seeds) for k, p in enumerate(prompts)]
    for start in range(0, len(jobs), size):
        batch = jobs[start : start + size]
        pictures = model.draw([p.words for p, _ in batch], [s for _, s in batch], **settings)
        found = judge(as_tensor(pictures, model.device))
        features.append(found.features)
        shown.extend(pictures[: max(0, SHEET_PICTURES - len(shown))])
        for row, (prompt, _) in enumerate(batch):
            tally.add(prompt, verdict(finding(found, row), prompt.scene))
        done = min(start + size, len(jobs))
        print(f"{done} of {len(jobs)} pictures", flush=True)
    return tally, torch.cat(features), shown


def real_features(judge, pictures: np.ndarray, device) -> torch.Tensor:
    """The judge's features [N, D] of drawn pictures."""
    starts = range(0, len(pictures), 100)
    return torch.cat([judge(as_tensor(pictures[k : k + 100], device)).features for k in starts])


def measure_attributes(model, judge, prompts: int, seeds: int, **settings):
    """
    The table's figures on held-out combinations, with the colours of seen pairs on a quarter as
    many prompts, and Fréchet distances; returns them and the pictures of a contact sheet.
    """
    tally, features, shown = judge_prompts(
        model, judge, evaluation_prompts(prompts), seeds, **settings
    )
    seen = evaluation_prompts(max(1, prompts // 4), held_out=False)
    seen_tally, _, _ = judge_prompts(model, judge, seen, seeds, **settings)
    # A model can do no better than pictures in its own look do.
    pictures, records = held_out_pictures(inkwell=model.folder.name == "inkwell")
    real, half = real_features(judge, pictures, model.device), len(pictures) // 2
    figures = {
        "prompts": prompts,
        "seeds": seeds,
        **settings,
        "held_out": tally.shares(),
        "seen": seen_tally.shares(),
        "real": accuracies(judge, pictures, records, model.device),
        "frechet": round(frechet_distance(features, real), 3),
        "frechet_real": round(frechet_distance(real[:half], real[half:]), 3),
    }
    return figures, shown
