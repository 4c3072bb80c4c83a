"""The figures as a Markdown report."""

from pathlib import Path

# Attribute, the bar in percent, and Stable Diffusion 1.5's GenEval figure in its own world.
BARS = [
    ("subject", 95, "97%"),
    ("colour", 95, "76%"),
    ("two subjects", 85, "38%"),
    ("count", 85, "35%"),
    ("relation", 85, "4%"),
    ("two colours", 80, "6%"),
    ("environment", 95, "-"),
    ("light", 95, "-"),
    ("look", 95, "-"),
    ("style", 95, "-"),
]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}%"


def write_table(path: Path, figures: dict) -> None:
    """Writes the table of attributes, and the figures beside it, to a Markdown file."""
    lines = [
        f"{figures['prompts']} prompts of held-out combinations, {figures['seeds']} seeds each, "
        f"{figures['steps']} steps, guidance {figures['guidance']}.",
        "",
        "| attribute right | this model | bar | the judge on real pictures | SD 1.5 (GenEval) |",
        "|---|---|---|---|---|",
    ]
    for name, bar, anchor in BARS:
        own, real = figures["held_out"].get(name), figures["real"].get(name)
        lines.append(f"| {name} | {_percent(own)} | {bar}% | {_percent(real)} | {anchor} |")
    pair = figures["colour_held_out_pair"], figures["colour_seen_pair"]
    lines += [
        "",
        f"Colour of a held-out subject-colour pair: {_percent(pair[0])}; of a seen pair: "
        f"{_percent(pair[1])}.",
        "",
        f"Fréchet distance in the judge's features, generated to real: "
        f"{figures['frechet']:.3f}; between two halves of real: {figures['frechet_real']:.3f}.",
    ]
    path.write_text("\n".join(lines) + "\n")
