"""What a whole run has done so far, and the minutes that are left for the rest."""

import json
import time
from pathlib import Path

from .stages import STAGES, Stage


class Ledger:
    """
    Kept in a file, so that a run that was cut goes on. The minutes of all sittings are shared out
    by the stages' shares; what a stage leaves goes to those after it.
    """

    def __init__(self, path: Path, minutes: float):
        self.path, self._began = path, time.time()
        fresh = {"minutes": minutes, "spent": 0.0, "done": [], "within": {}, "failed": []}
        self.state = json.loads(path.read_text()) if path.exists() else fresh
        self.state["minutes"] = minutes
        self.state["failed"] = []
        self._spent_before = self.state["spent"]

    @property
    def sitting_minutes(self) -> float:
        """Minutes of this sitting."""
        return (time.time() - self._began) / 60

    def is_done(self, stage: Stage) -> bool:
        """Whether a stage is behind."""
        return stage.name in self.state["done"]

    def minutes_for(self, stage: Stage) -> float:
        """Minutes of a stage in all, fixed when it first begins."""
        within = self.state["within"]
        if stage.name not in within:
            ahead = [s.share for s in STAGES if not self.is_done(s)]
            left = self.state["minutes"] - self._spent_before - self.sitting_minutes
            within[stage.name] = max(0.2, left * stage.share / sum(ahead))
        self.keep()
        return within[stage.name]

    def finish(self, stage: Stage) -> None:
        """Puts a stage behind."""
        self.state["done"].append(stage.name)
        self.keep()

    def fail(self, what: str) -> None:
        """Notes a command that failed in this sitting."""
        self.state["failed"].append(what)
        self.keep()

    def keep(self) -> None:
        """Writes the file."""
        self.state["spent"] = self._spent_before + self.sitting_minutes
        self.path.write_text(json.dumps(self.state, indent=2) + "\n")
