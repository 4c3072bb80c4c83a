"""
Measures a model folder, part by part, and writes models/REPORT.md:
python -m training.evaluate attributes ../starter [--prompts 1000] [--seeds 4]
python -m training.evaluate weights | guidance | negatives | control | speed | sheet ../starter
python -m training.evaluate write
"""

import argparse
from pathlib import Path

from ..judge.exported import ExportedJudge
from ..settings import models_dir, prepare_torch, state_dir
from ..text_to_image.sample import contact_sheet
from .attributes import SHEET_PICTURES, measure_attributes
from .control import Decomposed, measure_control
from .figures import FIGURES, keep_figures, keep_stage_figures, load_figures
from .prompts import evaluation_prompts
from .session_model import open_model
from .speed import measure_speed
from .steering import measure_guidance, measure_negatives, measure_weights
from .table import report_text

SHEET_COLUMNS = 10
# Prompts and seeds of each measurement where nothing else is asked.
USUAL = {
    "attributes": (1000, 4),
    "weights": (100, 4),
    "guidance": (100, 4),
    "negatives": (100, 1),
    "control": (50, 1),
}


def measure(part: str, folder: Path, options) -> tuple[str, dict]:
    """One measurement of a folder; returns the name it is kept under, and the figures."""
    if part == "speed":
        return folder.name, measure_speed(folder)
    if part == "sheet":
        return draw_sheet(folder, options)
    model, judge = open_model(folder, prepare_torch()), ExportedJudge()
    usual_prompts, usual_seeds = USUAL[part]
    prompts, seeds = options.prompts or usual_prompts, options.seeds or usual_seeds
    steps = options.steps or model.defaults["steps"]
    guidance = options.guidance or model.defaults["guidance"]
    name = folder.name if steps == model.defaults["steps"] else f"{folder.name}-{steps}-steps"
    if part == "weights":
        return name, measure_weights(model, judge, prompts, seeds, steps, guidance)
    if part == "guidance":
        return name, measure_guidance(model, judge, prompts, seeds, steps)
    if part == "negatives":
        return name, measure_negatives(model, judge, prompts, steps, guidance)
    settings = {"steps": steps, "guidance": guidance}
    if part == "control":
        return name, measure_control(model, Decomposed(), prompts, **settings)
    figures, shown = measure_attributes(model, judge, prompts, seeds, **settings)
    save_sheet(name, shown)
    return name, figures


def save_sheet(name: str, pictures) -> None:
    """Writes a contact sheet beside the figures."""
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    contact_sheet(pictures, SHEET_COLUMNS).save(FIGURES.parent / f"{name}.webp", quality=80)


def draw_sheet(folder: Path, options) -> tuple[str, dict]:
    """The contact sheet alone, which needs no judge: held-out prompts, not chosen."""
    model = open_model(folder, prepare_torch())
    words = [prompt.words for prompt in evaluation_prompts(options.prompts or SHEET_PICTURES)]
    settings = {"steps": options.steps or model.defaults["steps"]}
    settings["guidance"] = options.guidance or model.defaults["guidance"]
    pictures = []
    for start in range(0, len(words), SHEET_COLUMNS):
        row = words[start : start + SHEET_COLUMNS]
        pictures += list(model.draw(row, range(start, start + len(row)), **settings))
    save_sheet(folder.name, pictures)
    return folder.name, {"prompts": words, **settings}


def main() -> None:
    """Reads the command line, measures and keeps the figures, or writes the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=[*USUAL, "speed", "sheet", "write"])
    parser.add_argument("folder", type=Path, nargs="?")
    for option in ("--prompts", "--seeds", "--steps"):
        parser.add_argument(option, type=int)
    parser.add_argument("--guidance", type=float)
    options = parser.parse_args()
    if options.part != "write":
        if options.folder is None:
            parser.error(f"{options.part} needs a model folder")
        name, figures = measure(options.part, options.folder.resolve(), options)
        keep_figures(options.part, name, figures)
    keep_stage_figures(state_dir() / "report.json")
    sheets = [path.name for path in FIGURES.parent.glob("*.webp")]
    (models_dir() / "REPORT.md").write_text(report_text(load_figures(), sheets))


if __name__ == "__main__":
    main()
