"""The truth of drawn pictures as tensors, in the order of the judge's outputs."""

from dataclasses import dataclass, fields

import torch

from ..world.vocabulary import COLOUR_NAMES, ENVIRONMENTS, LIGHT_NAMES, LOOKS, STYLES, SUBJECTS


@dataclass
class Targets:
    """
    One row a picture. `slots` [N, 2] are the subjects' numbers (the second -1 for none), with
    their colours [N, 2] and places [N, 2, 2]; `count` is one less than the number of things.
    """

    slots: torch.Tensor
    colours: torch.Tensor
    places: torch.Tensor
    presence: torch.Tensor
    count: torch.Tensor
    environment: torch.Tensor
    light: torch.Tensor
    style: torch.Tensor
    looks: torch.Tensor

    def to(self, device) -> "Targets":
        """The same on a device."""
        return Targets(**{name: value.to(device) for name, value in vars(self).items()})

    def __getitem__(self, rows) -> "Targets":
        return Targets(**{name: value[rows] for name, value in vars(self).items()})


def joined(parts: list[Targets]) -> Targets:
    """The rows of several, one after the other."""
    return Targets(
        **{f.name: torch.cat([getattr(part, f.name) for part in parts]) for f in fields(Targets)}
    )


def _slots(record: dict):
    """Subject number, colour number and mean place of each of a scene's things."""
    # What is drawn in ink and in no colour is drawn in black ink.
    uncoloured = "black" if record["scene"]["style"] == "ink" else "own"
    for thing in record["scene"]["things"]:
        spots = [spot for spot in record["spots"] if spot[0] == thing["subject"]]
        place = [sum(spot[axis] for spot in spots) / len(spots) for axis in (1, 2)]
        colour = COLOUR_NAMES.index(thing["colour"] or uncoloured)
        yield SUBJECTS.index(thing["subject"]), colour, place


def targets_of(records: list[dict]) -> Targets:
    """Targets of data-set records."""
    count = len(records)
    scenes = [record["scene"] for record in records]
    slots = torch.full((count, 2), -1)
    colours, places = torch.zeros(count, 2, dtype=torch.long), torch.zeros(count, 2, 2)
    presence, looks = torch.zeros(count, len(SUBJECTS)), torch.zeros(count, len(LOOKS))
    for row, record in enumerate(records):
        for slot, (subject, colour, place) in enumerate(_slots(record)):
            slots[row, slot], colours[row, slot] = subject, colour
            places[row, slot] = torch.tensor(place)
            presence[row, subject] = 1
        for look in record["scene"]["looks"]:
            looks[row, list(LOOKS).index(look)] = 1
    environments, styles = list(ENVIRONMENTS), list(STYLES)
    return Targets(
        slots=slots,
        colours=colours,
        places=places,
        presence=presence,
        count=torch.tensor([max(s["count"], len(s["things"])) - 1 for s in scenes]),
        environment=torch.tensor([environments.index(s["environment"]) for s in scenes]),
        light=torch.tensor([LIGHT_NAMES.index(s["light"] or "none") for s in scenes]),
        style=torch.tensor([styles.index(s["style"]) for s in scenes]),
        looks=looks,
    )
