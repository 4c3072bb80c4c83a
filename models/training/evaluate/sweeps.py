"""What counts as a rise: the certainty of the judge over the steps of a sweep."""

SLACK = 0.05  # a fall of a mean probability that counts as noise
RISE = 0.1  # what a sweep has to gain from its first to its last step


def rises(values: list[float]) -> bool:
    """Whether a sweep rises from end to end and never falls by more than noise."""
    steps = zip(values, values[1:], strict=False)
    return values[-1] - values[0] >= RISE and all(b >= a - SLACK for a, b in steps)


def has_room(values: list[float]) -> bool:
    """Whether a sweep can rise at all: what is nearly sure at its first step cannot."""
    return values[0] <= 1 - RISE


def percent(values: list[bool]) -> float:
    """How many of a hundred are true."""
    return round(100 * sum(values) / max(1, len(values)), 1)


def summary(sweeps: list[tuple[str, list[float]]]) -> dict:
    """
    Share of rising sweeps in percent, in all, by attribute and of those that have room for it, and
    the mean sweep.
    """
    kinds = sorted({kind for kind, _ in sweeps})
    roomy = [values for _, values in sweeps if has_room(values)]
    return {
        "prompts": len(sweeps),
        "rising": percent([rises(values) for _, values in sweeps]),
        "rising_with_room": [percent([rises(values) for values in roomy]), len(roomy)],
        "higher_at_the_end": percent([values[-1] > values[0] for _, values in sweeps]),
        "rising_by_attribute": {
            kind: percent([rises(values) for name, values in sweeps if name == kind])
            for kind in kinds
        },
        "mean_sweep": [
            round(sum(column) / len(sweeps), 3)
            for column in zip(*(values for _, values in sweeps), strict=True)
        ],
    }
