"""How long a stage trains: to a number of pictures, in as many sittings as it takes."""

import math
import time

from .parallel import agree, group_size

SAVE_EVERY_S = 300
PRINT_EVERY = 50


class Pace:
    """
    Counts pictures towards a target and stops early when a sitting's minutes are over. The
    learning rate follows the pictures seen, not the clock, so that sittings add up to one run.
    """

    def __init__(self, target: int, minutes: float, seen: int = 0, spent_minutes: float = 0.0):
        self.target, self.minutes = target, minutes
        self.seen, self._spent, self._seen_before = seen, spent_minutes, seen
        self._started = self._saved = time.time()
        self._steps = 0

    @property
    def spent_minutes(self) -> float:
        """Minutes of all sittings."""
        return self._spent + (time.time() - self._started) / 60

    def running(self) -> bool:
        """True while there are pictures to see and minutes left in this sitting."""
        within = (time.time() - self._started) / 60 < self.minutes
        return agree(within and self.seen < self.target)

    def learning_rate(self, highest: float, warm_up: int = 10_000) -> float:
        """Rises over `warm_up` pictures, then falls along a cosine to 3% at the target."""
        warm = min(1.0, (self.seen + 1) / warm_up)
        fall = 0.5 * (1 + math.cos(math.pi * min(1.0, self.seen / self.target)))
        return highest * warm * (0.03 + 0.97 * fall)

    def advance(self, batch: int, line: str) -> bool:
        """
        Counts a step of `batch` pictures a process, prints a line now and then; True when a
        checkpoint is due.
        """
        self.seen += batch * group_size()
        self._steps += 1
        now = time.time()
        if self._steps % PRINT_EVERY == 0:
            speed = (self.seen - self._seen_before) / (now - self._started)
            print(f"{self.seen} of {self.target} pictures, {speed:.1f}/s, {line}", flush=True)
        if not agree(now - self._saved >= SAVE_EVERY_S):
            return False
        self._saved = now
        return True


def add_pace_options(parser, pictures: int, learning_rate: float) -> None:
    """The command-line options that every training stage has."""
    parser.add_argument("--pictures", type=int, default=pictures, help="pictures to see in all")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop this sitting after")
    parser.add_argument("--learning-rate", type=float, default=learning_rate)
