"""A model's table: attribute by attribute, how often pictures are right."""

from .attributes import PARTED

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
JUDGE_BAR = 97  # percent that the judge has to reach on real pictures before it may judge others


def _share(pair: list | None) -> str:
    """Percent, and of how many pictures."""
    return "-" if pair is None else f"{pair[0]:.1f}% of {pair[1]}"


def _part_lines(held_out: dict, may_judge: set[str]) -> list[str]:
    """The shares of an attribute's parts, where there are any."""
    lines = []
    for name in PARTED:
        parts = [part for part in held_out if part.startswith(f"{name}: ")]
        if parts and name in may_judge:
            shares = (f"{part.split(': ')[1]} {_share(held_out[part])}" for part in parts)
            lines += [f"{name.capitalize()} right, of what was asked for: {', '.join(shares)}.", ""]
    return lines


def attribute_lines(model: str, figures: dict) -> list[str]:
    """One model's table of attributes."""
    held_out, seen = figures["held_out"], figures["seen"]
    may_judge = {name for name, real in figures["real"].items() if real >= JUDGE_BAR}
    seeds = "1 seed" if figures["seeds"] == 1 else f"{figures['seeds']} seeds"
    lines = [
        f"## {model}",
        "",
        f"{figures['prompts']} prompts of held-out combinations, {seeds} each, "
        f"{figures['steps']} steps, guidance {figures['guidance']:g}.",
        "",
        "| attribute right | this model | bar | the judge on real pictures | SD 1.5 (GenEval) |",
        "|---|---|---|---|---|",
    ]
    for name, bar, anchor in BARS:
        real = figures["real"].get(name)
        shown = "-" if real is None else f"{real:.1f}%"
        found = _share(held_out.get(name))
        if name not in may_judge:
            found = f"the judge may not say ({found})"
        lines.append(f"| {name} | {found} | {bar}% | {shown} | {anchor} |")
    return [
        *lines,
        "",
        f"Colour of a held-out subject-colour pair: {_share(held_out.get('held-out pair'))}; of a "
        f"seen pair: {_share(seen.get('seen pair'))}.",
        "",
        *_part_lines(held_out, may_judge),
        f"Fréchet distance in the judge's features, generated to real: {figures['frechet']:g}; "
        f"between two halves of real: {figures['frechet_real']:g}.",
        "",
    ]
