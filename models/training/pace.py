"""How long a stage trains: to a number of pictures, in as many sittings as it takes."""

import math
import time
from collections.abc import Callable

import torch

from .parallel import agree, group_size, rank, share

SAVE_EVERY_S = 300
PRINT_EVERY = 50


class Smooth:
    """A running mean of a loss. It stays on the device: to read it is to wait for the step."""

    def __init__(self):
        self._mean = None

    def add(self, loss) -> None:
        """Takes in one step's loss, a tensor of one number."""
        loss = loss.detach().float()
        self._mean = loss if self._mean is None else self._mean.lerp(loss, 0.02)

    def __float__(self) -> float:
        return math.nan if self._mean is None else self._mean.item()


class Pace:
    """
    Counts pictures towards a target and stops early when a sitting's minutes are over. The
    learning rate follows the pictures seen, not the clock, so that sittings add up to one run.
    `within` is for a machine that is lent for a time: the minutes of all sittings together, after
    which the training is at its end however few pictures it saw. Every sitting and process has
    random numbers of its own.
    """

    def __init__(self, options, saved: dict | None = None):
        self.target, self.minutes, self._within = options.pictures, options.minutes, options.within
        saved = saved or {"seen": 0, "minutes": 0.0}
        self.seen, self._spent, self._seen_before = saved["seen"], saved["minutes"], saved["seen"]
        self.new_since = saved.get("new_since", 0)
        self._falls_from = options.fall_from / self.target
        if self._falls_from >= 1:
            raise ValueError("--fall-from has to be less than --pictures")
        self._started = self._saved = time.time()
        self._steps, self._done = 0, 0.0
        torch.manual_seed(self.seen + rank())

    @property
    def spent_minutes(self) -> float:
        """Minutes of all sittings."""
        return self._spent + (time.time() - self._started) / 60

    def running(self) -> bool:
        """True while there is something to do and minutes are left in this sitting."""
        done = self.seen / self.target
        if self._within is not None:
            done = max(done, self.spent_minutes / self._within)
        self._done = share(done)
        return agree((time.time() - self._started) / 60 < self.minutes) and self._done < 1

    def learning_rate(self, highest: float, warm_up: int = 10_000) -> float:
        """
        Rises over `warm_up` pictures, then falls along a cosine to 3% at the end, from the first
        picture on or from the one that the options name. Optimizers that were new when the run was
        taken up rise again: at once they would spoil what is learned.
        """
        warm = min(1.0, (self.seen - self.new_since + 1) / warm_up)
        fallen = (min(1.0, self._done) - self._falls_from) / (1 - self._falls_from)
        fall = 0.5 * (1 + math.cos(math.pi * max(0.0, fallen)))
        return highest * warm * (0.03 + 0.97 * fall)

    def advance(self, batch: int, line: Callable[[], str]) -> bool:
        """
        Counts a step of `batch` pictures a process, prints what `line` says now and then; True
        when a checkpoint is due.
        """
        self.seen += batch * group_size()
        self._steps += 1
        now = time.time()
        if self._steps % PRINT_EVERY == 0:
            speed = (self.seen - self._seen_before) / (now - self._started)
            print(f"{self.seen} of {self.target} pictures, {speed:.1f}/s, {line()}", flush=True)
        if not agree(now - self._saved >= SAVE_EVERY_S):
            return False
        self._saved = now
        return True


def add_pace_options(parser, pictures: int, learning_rate: float) -> None:
    """The command-line options that every training stage has."""
    parser.add_argument("--pictures", type=int, default=pictures, help="pictures to see in all")
    fall_help = "pictures seen when the rate starts to fall"
    parser.add_argument("--fall-from", type=int, default=0, help=fall_help)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop this sitting after")
    parser.add_argument("--within", type=float, help="end, whatever was seen, after these minutes")
    parser.add_argument("--learning-rate", type=float, default=learning_rate)
    parser.add_argument("--batch", type=int, help="pictures a step; what suits the device")
