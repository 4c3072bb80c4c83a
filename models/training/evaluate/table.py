"""The figures as a Markdown report."""

from .attribute_table import JUDGE_BAR, attribute_lines
from .sweeps import RISE

INTRODUCTION = """\
# How well the models do

Written by `python -m training.evaluate write` from `report/figures.json`; how each figure is
taken stands in `training/evaluate`. The judge is a classifier that saw the drawn world, in the
starter's looks and in ink and wash, never a generated picture; the column of real pictures is what
it says of held-out drawings in the model's own look, so no model can do better there, and below 97%
it may not judge. Stable Diffusion's figures are GenEval's, in its own world: an anchor, no contest.
"""

# Stage, its figure, the least it has to reach, and what it is.
STAGE_BARS = [
    ("autoencoder", "psnr_db", 29, "autoencoder, dB on held-out pictures"),
    ("judge", "held_out_accuracy", JUDGE_BAR, "judge, percent right on held-out pictures"),
    ("judge", "inked_held_out_accuracy", JUDGE_BAR, "the same in ink and wash"),
    ("decomposer", "line_f1_within_2px", None, "decomposer, F1 of lines within 2 px"),
    ("decomposer", "depth_error", None, "decomposer, mean depth error in percent"),
    ("decomposer", "segment_accuracy", None, "decomposer, percent of pixels in the right segment"),
    ("decomposer", "bone_f1", None, "decomposer, F1 of skeletons"),
    ("upscaler", "drawn_psnr_db", "drawn_bicubic_db", "upscaler x4, dB on drawn pictures"),
    ("upscaler", "generated_psnr_db", "generated_bicubic_db", "the same through the autoencoder"),
    ("text_to_image", "pictures_seen", 1_000_000, "text to image, pictures seen"),
]


def _shown(value) -> str:
    """A number, or numbers by name."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {number:g}" for name, number in value.items())
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def stage_lines(stages: dict[str, dict]) -> list[str]:
    """What the stages of training reached, beside what they should."""
    lines = ["## Stages of training", "", "| stage | reached | bar |", "|---|---|---|"]
    for stage, name, bar, what in STAGE_BARS:
        found = stages.get(stage, {})
        if isinstance(bar, str):
            least = f"more than bicubic, {found[bar]:g}" if bar in found else "more than bicubic"
        else:
            least = "-" if bar is None else f"{bar:,}"
        reached = _shown(found[name]) if name in found else "not trained"
        lines.append(f"| {what} | {reached} | {least} |")
    return [*lines, ""]


def sweep_lines(title: str, steps: list, figures: dict) -> list[str]:
    """What a sweep of weights or guidance did."""
    kinds = figures["rising_by_attribute"].items()
    share, roomy = figures["rising_with_room"]
    return [
        f"{title}: over {', '.join(f'{step:g}' for step in steps)} the attribute rises without a "
        f"fall in {figures['rising']:g}% of {figures['prompts']} prompts (bar: 80%), and is higher "
        f"at the end in {figures['higher_at_the_end']:g}%. Where the judge was at most "
        f"{1 - RISE:g} sure at first, so that it could rise, it does in {share:g}% of {roomy}. "
        "Mean certainty of the judge: "
        f"{', '.join(f'{value:g}' for value in figures['mean_sweep'])}. By attribute: "
        f"{', '.join(f'{kind} {value:g}%' for kind, value in kinds)}.",
        "",
    ]


def control_lines(figures: dict) -> list[str]:
    """Distances from the control asked for."""
    lines = [
        f"Distance from the control asked for, in percent, {figures['pictures']} pictures a kind:",
        "",
        "| control | with it | without it |",
        "|---|---|---|",
    ]
    rows = figures["distance"].items()
    return [
        *lines,
        *(f"| {kind} | {way['with']:g} | {way['without']:g} |" for kind, way in rows),
        "",
    ]


def speed_lines(figures: dict) -> list[str]:
    """Seconds and megabytes."""
    return [
        f"On two cores: a picture of {figures['steps']} steps in {figures['picture_s']:g} s, a "
        f"UNet pass (batch of {figures['batch']}) in {figures['unet_pass_s']:g} s, decoding in "
        f"{figures['decode_s']:g} s, loading in {figures['load_s']:g} s, "
        f"{figures['memory_mb']} MB of memory.",
        "",
    ]


def report_text(figures: dict[str, dict], sheets: list[str]) -> str:
    """The whole report; `sheets` are file names of contact sheets, by model."""
    of_stage = {k.split("/")[1]: v for k, v in figures.items() if k.startswith("training/")}
    lines = [INTRODUCTION, *stage_lines(of_stage)]
    models = [key for key in figures if not key.startswith("training/")]
    names = sorted({key.split("/")[1] for key in models})
    for name in names:
        of = {
            key.split("/")[0]: values for key, values in figures.items() if key.endswith(f"/{name}")
        }
        if "attributes" in of:
            lines += attribute_lines(name, of["attributes"])
        else:
            lines += [f"## {name}", "", "No attribute is measured: there is no judge yet.", ""]
        if "weights" in of:
            lines += sweep_lines("Weights", of["weights"]["weights"], of["weights"])
        if "guidance" in of:
            lines += sweep_lines("Guidance", of["guidance"]["guidances"], of["guidance"])
        if "negatives" in of:
            share, count = of["negatives"]["removed"], of["negatives"]["pictures"]
            lines += [f"Negative prompts remove what they name in {share:g}% of {count} pictures "]
            lines += ["(bar: 80%).", ""]
        lines += control_lines(of["control"]) if "control" in of else []
        lines += speed_lines(of["speed"]) if "speed" in of else []
        if f"{name}.webp" in sheets:
            lines += [
                f"![{name}: pictures of held-out prompts, not chosen](report/{name}.webp)",
                "",
            ]
    return "\n".join(lines)
