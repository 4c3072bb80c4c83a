"""The trained judge, and how often it is right on pictures that it has not seen."""

from collections import defaultdict

import numpy as np
import torch

from ..autoencoder.checkpoint import as_tensor, load_autoencoder
from ..training_run import load_average
from ..world.dataset import draw_missing, load_dataset
from ..world.plans import examining_plan
from ..world.scene import Scene, Thing
from .networks import Judge
from .verdict import finding, verdict

EXAMINED = 2_000


def load_judge(device) -> Judge:
    """The trained judge."""
    judge = Judge().to(device)
    judge.load_state_dict(load_average("judge", device)["judge"])
    return judge.eval()


def held_out_pictures(inkwell: bool = False):
    """
    Pictures that the judge has not seen, in the second model's look where that is asked for, and
    their records; drawn where they are not there.
    """
    plan = examining_plan(EXAMINED, inkwell)
    draw_missing(plan)
    return load_dataset(plan.name)


def scene_of(record: dict) -> Scene:
    """The scene of a data-set record."""
    things = [Thing(**thing) for thing in record["scene"]["things"]]
    return Scene(**{**record["scene"], "things": things})


@torch.no_grad()
def accuracies(judge: Judge, pictures: np.ndarray, records, device, through=None) -> dict:
    """
    Share of right verdicts on drawn pictures, by attribute, in percent. `through` may change the
    pictures first, float [B, 3, 128, 128] in -1..1.
    """
    right = defaultdict(list)
    for start in range(0, len(records), 100):
        batch = as_tensor(pictures[start : start + 100], device)
        found = judge(through(batch) if through else batch)
        for row, record in enumerate(records[start : start + 100]):
            for name, holds in verdict(finding(found, row), scene_of(record)).items():
                right[name].append(holds)
    return {name: round(100 * sum(v) / len(v), 1) for name, v in sorted(right.items())}


def held_out_accuracies(judge: Judge, device) -> dict[str, dict]:
    """
    Accuracies on pictures that the judge has not seen: as drawn, through the autoencoder, and the
    same in ink and wash.
    """
    encoder, decoder, _ = load_autoencoder(device)
    through = lambda batch: decoder(encoder(batch)[0]).clamp(-1, 1)  # noqa: E731
    found = {}
    for look, inkwell in (("", False), ("inked_", True)):
        examined = *held_out_pictures(inkwell), device
        found[f"{look}held_out_accuracy"] = accuracies(judge, *examined)
        found[f"{look}through_autoencoder"] = accuracies(judge, *examined, through)
    return found
