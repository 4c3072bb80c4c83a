"""
Draws, trains, exports and measures everything in a given time, and goes on where it was cut:
python -m training.everything OUT --minutes 28 [--sitting 9] [--toy]
Finished models lie in OUT as soon as their stage ends, and REPORT.md at the end.
"""

import argparse
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

from ..settings import PACKAGE_DIR, state_dir
from ..world.dataset import is_drawn
from .ledger import Ledger
from .stages import FULL, STAGES, TOY, Stage


class Run:
    """One sitting of the whole run."""

    def __init__(self, out: Path, minutes: float, sitting: float, toy: bool):
        self.models, self.sitting, self.toy = out.resolve(), sitting, toy
        self.scale = TOY if toy else FULL
        self.models.mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(state_dir() / "everything.json", minutes)
        self.environment = {**os.environ, "EASEL_MODELS_DIR": str(self.models)}

    @property
    def left(self) -> float:
        """Minutes left in this sitting."""
        return self.sitting - self.ledger.sitting_minutes

    def start(self, command: str) -> subprocess.Popen:
        """Starts a module of training."""
        filled = command.format(models=shlex.quote(str(self.models)), few=self.scale.few)
        print(f"{self.ledger.sitting_minutes:.1f} min: {filled}", flush=True)
        words = [sys.executable, "-m", *shlex.split(f"training.{filled}")]
        place = {"cwd": PACKAGE_DIR.parent, "env": self.environment}
        return subprocess.Popen(words, **place, start_new_session=True)

    def do(self, command: str) -> bool:
        """Runs a module to its end; one that fails is noted, and the rest goes on without it."""
        failed = self.start(command).wait() != 0
        if failed:
            self.ledger.fail(command)
        return not failed

    def wait_for(self, stage: Stage, drawing: subprocess.Popen) -> bool:
        """Waits until a stage's pictures are drawn; False where the sitting ends first."""
        while not all(is_drawn(name) for name in stage.needs):
            if drawing.poll():
                raise RuntimeError("The pictures could not be drawn: see the message above.")
            if self.left <= 0:
                return False
            time.sleep(0.5)
        return True

    def stage(self, stage: Stage) -> None:
        """Trains a stage as far as the sitting goes, and writes what comes of it."""
        within, worked = self.ledger.minutes_for(stage), True
        if stage.train:
            pace = (
                f"--pictures {self.scale.pictures} --within {within:.2f} --minutes {self.left:.2f}"
            )
            batch = f" --batch {self.scale.batch}" if self.scale.batch else ""
            worked = self.do(f"{stage.train} {pace}{batch}")
        whole = self.left > 0
        for command in stage.after if worked else ():
            if stage.train or self.left > 0:
                worked = self.do(command) and worked
        if whole and worked:
            self.ledger.finish(stage)

    def sit(self) -> list[str]:
        """Everything that is still to do, as far as the sitting goes; returns what failed."""
        drawing = self.start(f"everything.draw{' --toy' if self.toy else ''}")
        try:
            for stage in STAGES:
                if self.left <= 0 or not self.wait_for(stage, drawing):
                    break
                if not self.ledger.is_done(stage):
                    self.stage(stage)
        finally:
            if drawing.poll() is None:
                os.killpg(drawing.pid, signal.SIGTERM)  # with the processes that it draws in
            self.ledger.keep()
        return self.ledger.state["failed"]


def main() -> None:
    """Reads the command line and runs; ends with 1 where a command failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=28, help="of all sittings together")
    parser.add_argument("--sitting", type=float, default=1e9, help="minutes of this one")
    parser.add_argument("--toy", action="store_true", help="a few pictures, to try the whole chain")
    options = parser.parse_args()
    run = Run(options.out, options.minutes, options.sitting, options.toy)
    failed = run.sit()
    behind = ", ".join(run.ledger.state["done"]) or "nothing"
    print(f"Done: {behind}. Failed: {', '.join(failed) or 'nothing'}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
