"""Figures of all measurements, kept beside the report so that each can be taken on its own."""

import json
import time
from pathlib import Path

from ..settings import models_dir

FIGURES = models_dir() / "report" / "figures.json"


def load_figures(path: Path = FIGURES) -> dict[str, dict]:
    """Figures by measurement and model, such as `attributes/starter`."""
    return json.loads(path.read_text()) if path.exists() else {}


def keep_stage_figures(report: Path, path: Path = FIGURES) -> None:
    """Takes over what the stages of training wrote on this machine."""
    stages = json.loads(report.read_text()) if report.exists() else {}
    known = load_figures(path)
    known |= {f"training/{stage}": figures for stage, figures in stages.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


def keep_figures(measurement: str, model: str, figures: dict, path: Path = FIGURES) -> None:
    """Replaces one measurement's older figures."""
    known = load_figures(path)
    known[f"{measurement}/{model}"] = {**figures, "measured": time.strftime("%Y-%m-%d")}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    print(measurement, model, json.dumps(figures))
