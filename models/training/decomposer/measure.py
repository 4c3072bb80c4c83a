"""How far the decomposer is from the truth."""

import torch

from ..world.conditions import POINT_CLASSES
from .networks import Parts, likeliest_points

JOINTS = [k for k, (_, part) in enumerate(POINT_CLASSES) if part == "joint"]
NEAR_PX = 2


def _reach(places: torch.Tensor) -> torch.Tensor:
    """True [B, H, W] within NEAR_PX of a true place."""
    side = 2 * NEAR_PX + 1
    grown = torch.nn.functional.max_pool2d(places.float()[:, None], side, 1, NEAR_PX)
    return grown[:, 0] > 0


def _f1(found: torch.Tensor, real: torch.Tensor, near: bool = False) -> float:
    """Harmonic mean of precision and recall in percent; `near` forgives NEAR_PX pixels."""
    hits = (found & _reach(real) if near else found & real).sum().item()
    met = (real & _reach(found) if near else found & real).sum().item()
    precision, recall = hits / max(1, found.sum().item()), met / max(1, real.sum().item())
    return 100 * 2 * precision * recall / max(1e-9, precision + recall)


def decided(parts: Parts) -> Parts:
    """Logits made into booleans for lines [B, H, W] and numbers for segments and points."""
    return Parts(
        lines=parts.lines[:, 0] > 0,
        depth=parts.depth,
        segments=parts.segments.argmax(1),
        points=likeliest_points(parts.points),
    )


def errors(found: Parts, truth: Parts) -> dict[str, float]:
    """
    Of many pictures' decided parts against the truth: F1 of lines, exact and within two pixels;
    mean depth error in percent of the range; share of pixels in the right segment; F1 of
    skeletons, bone by bone, and of joints within two pixels. Percent all.
    """
    drawn, real = found.points > 0, truth.points > 0
    same = (drawn & (found.points == truth.points)).sum().item()
    joints = torch.tensor(JOINTS)
    figures = {
        "line_f1": _f1(found.lines, truth.lines),
        "line_f1_within_2px": _f1(found.lines, truth.lines, near=True),
        "depth_error": 100 * (found.depth - truth.depth).abs().mean().item(),
        "segment_accuracy": 100 * (found.segments == truth.segments).float().mean().item(),
        "bone_f1": 200 * same / max(1, drawn.sum().item() + real.sum().item()),
        "joint_f1_within_2px": _f1(
            torch.isin(found.points, joints), torch.isin(truth.points, joints), near=True
        ),
    }
    return {name: round(value, 1) for name, value in figures.items()}
