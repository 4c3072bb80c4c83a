"""
Judges the trained model and writes REPORT.md and a contact sheet into a folder:
python -m training.evaluate FOLDER [--prompts 1000] [--seeds 4]
The distilled model: python -m training.evaluate FOLDER --name turbo --steps 2 --guidance 1
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from ..autoencoder.checkpoint import as_tensor
from ..judge.measure import HELD_OUT, accuracies, load_judge
from ..judge.verdict import finding, verdict
from ..settings import prepare_torch, report
from ..text_to_image.sample import Sampler, add_sampling_options, contact_sheet
from ..world.dataset import load_dataset
from .frechet import frechet_distance
from .prompts import Prompt, evaluation_prompts
from .table import write_table

BATCH = 16
SHEET_PICTURES, SHEET_COLUMNS = 60, 10


class Tally:
    """Verdicts by attribute, with colours also by held-out and seen pair."""

    def __init__(self):
        self.right = defaultdict(list)

    def add(self, prompt: Prompt, results: dict[str, bool]) -> None:
        """Counts one picture's verdicts."""
        for name, holds in results.items():
            self.right[name].append(holds)
        if "colour" in results:
            pair = "held-out pair" if prompt.held_out_colour else "seen pair"
            self.right[pair].append(results["colour"])

    def percent(self, name: str) -> float | None:
        """Share of right verdicts, or None where there were none."""
        values = self.right.get(name)
        return round(100 * sum(values) / len(values), 1) if values else None


@torch.no_grad()
def judge_prompts(sampler: Sampler, judge, prompts: list[Prompt], seeds: int, **settings):
    """Draws every prompt with every seed; returns tally, features and the first pictures."""
    tally, features, shown = Tally(), [], []
    jobs = [(p, 1000 * seed + k) for seed in range(seeds) for k, p in enumerate(prompts)]
    for start in range(0, len(jobs), BATCH):
        batch = jobs[start : start + BATCH]
        words, seed_numbers = [p.words for p, _ in batch], [s for _, s in batch]
        pictures = sampler.draw(words, seed_numbers, **settings)
        found = judge(as_tensor(pictures, sampler.device))
        features.append(found.features.cpu())
        shown.extend(pictures[: max(0, SHEET_PICTURES - len(shown))])
        for row, (prompt, _) in enumerate(batch):
            tally.add(prompt, verdict(finding(found, row), prompt.scene))
    return tally, torch.cat(features), shown


@torch.no_grad()
def real_features(judge, pictures: np.ndarray, device) -> torch.Tensor:
    """The judge's features [N, D] of drawn pictures."""
    starts = range(0, len(pictures), 100)
    parts = [judge(as_tensor(pictures[k : k + 100], device)).features.cpu() for k in starts]
    return torch.cat(parts)


def main() -> None:
    """Reads the command line, judges and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--prompts", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=4)
    add_sampling_options(parser)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    device = prepare_torch()
    sampler, judge = Sampler(device, options.name), load_judge(device)
    settings = {"steps": options.steps, "guidance": options.guidance}
    held_out = evaluation_prompts(options.prompts)
    seen = evaluation_prompts(max(1, options.prompts // 4), held_out=False)
    tally, features, shown = judge_prompts(sampler, judge, held_out, options.seeds, **settings)
    seen_tally, _, _ = judge_prompts(sampler, judge, seen, options.seeds, **settings)
    contact_sheet(shown, SHEET_COLUMNS).save(options.folder / "held-out-prompts.png")
    pictures, records = load_dataset("judge-pictures")
    pictures, records = pictures[-HELD_OUT:], records[-HELD_OUT:]
    real, half = real_features(judge, pictures, device), HELD_OUT // 2
    figures = {
        "prompts": options.prompts,
        "seeds": options.seeds,
        **settings,
        "held_out": {name: tally.percent(name) for name in sorted(tally.right)},
        "real": accuracies(judge, pictures, records, device),
        "colour_held_out_pair": tally.percent("held-out pair"),
        "colour_seen_pair": seen_tally.percent("seen pair"),
        "frechet": frechet_distance(features, real),
        "frechet_real": frechet_distance(real[:half], real[half:]),
    }
    write_table(options.folder / "REPORT.md", figures)
    report(f"evaluate-{options.name}-{options.steps}-steps", **figures)


if __name__ == "__main__":
    main()
