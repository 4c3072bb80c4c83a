"""One run of training: networks, their optimizers, average and checkpoint, and its sittings."""

from collections.abc import Callable

import torch
from torch import nn

from .average import SLOWEST, WeightAverage
from .optimizer import Optimizers
from .pace import Pace, Smooth
from .settings import load_checkpoint, save_checkpoint


def load_average(name: str, device) -> dict[str, dict]:
    """The averaged weights of a checkpoint, by network."""
    saved = load_checkpoint(name, device)
    if saved is None:
        raise FileNotFoundError(f"There is no checkpoint {name}: train it first")
    return saved["average"]


class TrainingRun:
    """
    What one run trains. It picks up its own checkpoint where there is one, and otherwise starts
    from the averaged weights of the checkpoint `start_from`, or from the networks as they are.
    A network that `start_from` lacks starts as it is.
    Parameters whose names hold a part of `keep_adam` are trained by AdamW.
    """

    def __init__(
        self,
        name: str,
        networks: dict[str, nn.Module],
        device,
        start_from: str | None = None,
        keep_adam: tuple[str, ...] = (),
        slowest: float = SLOWEST,
    ):
        self.name, self.networks = name, networks
        saved = load_checkpoint(name, device)
        if saved is None and start_from:
            average = load_average(start_from, device)
            for part in networks.keys() & average.keys():
                networks[part].load_state_dict(average[part])
        self.optimizers = Optimizers(list(networks.values()), keep_adam)
        self.average = WeightAverage(networks, slowest)
        self.progress = {"seen": 0, "minutes": 0.0}
        if saved:
            self._restore(saved)

    def sit(
        self,
        options,
        batch: int,
        loss_of: Callable[[int], tuple[torch.Tensor, torch.Tensor]],
        error_name: str = "loss",
        warm_up: int = 10_000,
    ) -> dict[str, float]:
        """
        Trains until the pictures or the minutes of the options are over, and saves as it goes.
        `loss_of` a batch's size gives the loss to train on and the error to tell; returns the
        figures to report, with the error's running mean under its name.
        """
        pace, smooth = Pace(options, self.progress), Smooth()
        while pace.running():
            loss, error = loss_of(batch)
            loss.backward()
            self.optimizers.step(pace.learning_rate(options.learning_rate, warm_up))
            self.average.update()
            smooth.add(error)
            if pace.advance(batch, lambda: f"{error_name} {float(smooth):.4f}"):
                self._save(pace)
        self._save(pace)
        figures = {"pictures_seen": pace.seen, "minutes": round(pace.spent_minutes, 1)}
        return {**figures, error_name: round(float(smooth), 4)}

    def _restore(self, saved: dict) -> None:
        for part, network in self.networks.items():
            network.load_state_dict(saved["weights"][part])
            self.average.networks[part].load_state_dict(saved["average"][part])
        self.optimizers.load_state_dict(saved["optimizers"])
        self.average.updates = saved["updates"]
        self.progress = {part: saved[part] for part in ("seen", "minutes", "new_since")}

    def _save(self, pace: Pace) -> None:
        average = self.average.networks
        state = {
            "weights": {part: network.state_dict() for part, network in self.networks.items()},
            "average": {part: network.state_dict() for part, network in average.items()},
            "optimizers": self.optimizers.state_dict(),
            "updates": self.average.updates,
            "seen": pace.seen,
            "minutes": pace.spent_minutes,
            "new_since": pace.new_since,
        }
        save_checkpoint(self.name, state)
