"""How surely a picture has an attribute, from 0 to 1, for sweeps that a yes or no hides."""

import torch

from ..judge.networks import Findings
from ..world.vocabulary import COLOUR_NAMES, ENVIRONMENTS, LIGHT_NAMES, LOOKS, STYLES, SUBJECTS

ORDER = {
    "environment": list(ENVIRONMENTS),
    "light": LIGHT_NAMES,
    "style": list(STYLES),
}


def scores(found: Findings, attribute: str, value: str, subject: str) -> torch.Tensor:
    """Probabilities [B] that pictures have a value of an attribute; colours are the subject's."""
    if attribute == "subject":
        return found.presence[:, SUBJECTS.index(value)].sigmoid()
    if attribute == "look":
        return found.looks[:, list(LOOKS).index(value)].sigmoid()
    if attribute == "colour":
        logits = found.colour[:, SUBJECTS.index(subject)]
        return logits.softmax(-1)[:, COLOUR_NAMES.index(value)]
    order = ORDER[attribute]
    return getattr(found, attribute).softmax(-1)[:, order.index(value)]
