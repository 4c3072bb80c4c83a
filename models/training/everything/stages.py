"""The stages of the whole run: what each needs, trains and writes, and its share of the time."""

from dataclasses import dataclass

from ..world.plans import (
    SIZES,
    DatasetPlan,
    control_plan,
    decomposition_plan,
    enlarging_plan,
    judging_plan,
    size_plans,
)


@dataclass(frozen=True)
class Stage:
    """
    `train` is a module with its arguments, given pictures and minutes by the run; `after` are
    those that write models from it. Folders in arguments are below the models' folder.
    """

    name: str
    share: float
    needs: tuple[str, ...] = ()
    train: str = ""
    after: tuple[str, ...] = ()


INKWELL = tuple(f"inkwell-{name}" for name in SIZES)
STAGES = (
    Stage("autoencoder", 4, ("pictures",), "autoencoder"),
    Stage("text_to_image", 12, ("wide", "tall"), "text_to_image", ("export {models}/starter",)),
    Stage(
        "judge",
        3,
        ("judge-pictures", "inkwell-judge-pictures"),
        "judge",
        ("export.similarity {models}/similarity",),
    ),
    Stage("decomposer", 3, ("decompositions",), "decomposer {models}/annotators/decomposer"),
    Stage("upscaler", 2, ("large-pictures",), "upscaler {models}/upscalers/starter-x4"),
    Stage("control", 3, ("control-pictures",), "control", ("export.control {models}/starter",)),
    Stage("turbo", 2, (), "turbo", ("export {models}/starter-turbo --name turbo",)),
    Stage(
        "inkwell",
        2,
        INKWELL,
        "text_to_image --name inkwell --start-from text_to_image",
        ("export {models}/inkwell --name inkwell",),
    ),
    Stage(
        "evaluation",
        4,
        after=(
            "evaluate attributes {models}/starter {few}",
            "evaluate control {models}/starter {few}",
            "evaluate attributes {models}/starter-turbo {few}",
            "evaluate attributes {models}/inkwell {few}",
            "evaluate weights {models}/starter {few}",
            "evaluate guidance {models}/starter {few}",
            "evaluate negatives {models}/starter {few}",
            "evaluate attributes {models}/starter-turbo --steps 1 {few}",
            "evaluate attributes {models}/starter-turbo --steps 4 {few}",
            *(
                f"evaluate speed {{models}}/{name}"
                for name in ("starter", "starter-turbo", "inkwell")
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Scale:
    """How much is drawn, and how many pictures a stage and a step see where time does not say."""

    drawn: int
    judged: int
    taken_apart: int
    large: int
    controlled: int
    inkwell: int
    pictures: int
    batch: int | None = None
    few: str = ""

    def plans(self) -> list[DatasetPlan]:
        """The data sets in the order in which the stages need them."""
        return [
            *size_plans(self.drawn),
            judging_plan(self.judged),
            judging_plan(self.judged, inkwell=True),
            decomposition_plan(self.taken_apart),
            enlarging_plan(self.large, 4),
            control_plan(self.controlled),
            *size_plans(self.inkwell, inkwell=True),
        ]


FULL = Scale(80_000, 14_000, 16_000, 2_500, 24_000, 40_000, 10**9)
TOY = Scale(240, 60, 40, 8, 40, 160, 16, batch=4, few="--prompts 4 --seeds 1")
