"""
Checkpoints from the finished models, on a machine that has none, so that training goes on:
python -m training.take_up [starter]
Weights come back as exact as they are stored; the optimizers start anew.
"""

import argparse
import json
import shutil
from pathlib import Path

from torch import nn

from .control.networks import KEEP_ADAM as KEEP_ADAM_OF_CONTROL
from .control.networks import build_control
from .decomposer import networks as decomposer_networks
from .evaluate.figures import load_figures
from .export.read_back import read_alone, read_control, read_model_folder
from .judge import networks as judge_networks
from .optimizer import Optimizers
from .settings import models_dir, prepare_torch, save_checkpoint, state_dir
from .text_to_image.networks import KEEP_ADAM, build_text_encoder, build_unet
from .text_to_image.tokenizer import load_tokenizer

UPDATES = 1000  # of the moving average, which goes on slowly
ALONE = {
    "judge": (judge_networks.Judge, judge_networks.KEEP_ADAM),
    "decomposer": (decomposer_networks.Decomposer, decomposer_networks.KEEP_ADAM),
}
# Models that went on from the starter, by the names of their runs.
DESCENDED = {"turbo": "starter-turbo", "inkwell": "inkwell"}


def take_up(folder: Path) -> None:
    """
    Writes the checkpoints `autoencoder`, `text_to_image`, and `control` where the folder has one,
    those of the models that descend from it, and those of the judge and the decomposer; never over
    one that is there.
    """
    for name in ("autoencoder", "text_to_image", "control", *DESCENDED, *ALONE):
        if (state_dir() / f"{name}.pt").exists():
            raise FileExistsError(f"There is a checkpoint {name} already in {state_dir()}")
    weights = read_model_folder(folder)
    progress = json.loads((folder / "progress.json").read_text())
    shutil.copytree(folder / "tokenizer", state_dir() / "tokenizer", dirs_exist_ok=True)
    tokenizer = load_tokenizer(state_dir() / "tokenizer")
    autoencoder = {part: weights[part] for part in ("encoder", "decoder", "statistics")}
    # Neither kind of training picks up optimizers that belong to the other: here there are none.
    save_checkpoint(
        "autoencoder", {**autoencoder, "decoder_only": None, **_pace(progress, "autoencoder")}
    )
    networks = _networks(tokenizer, weights)
    _save_run("text_to_image", networks, KEEP_ADAM, progress)
    if weights := read_control(folder):
        control = build_control(networks["unet"])
        control.load_state_dict(weights)
        _save_run("control", {"control": control}, KEEP_ADAM_OF_CONTROL, progress)
    reported = {stage: load_figures()[f"training/{stage}"] for stage in (*DESCENDED, *ALONE)}
    for name, place in DESCENDED.items():
        networks = _networks(tokenizer, read_model_folder(models_dir() / place))
        _save_run(name, networks, KEEP_ADAM, reported)
    for name, (network, keep_adam) in ALONE.items():
        alone = network()
        alone.load_state_dict(read_alone(name, models_dir()))
        _save_run(name, {name: alone}, keep_adam, reported)


def _networks(tokenizer, weights: dict[str, dict]) -> dict[str, nn.Module]:
    """Text encoder and UNet with a folder's weights."""
    networks = {"text_encoder": build_text_encoder(tokenizer), "unet": build_unet()}
    for part, network in networks.items():
        network.load_state_dict(weights[part])
    return networks


def _save_run(name: str, networks: dict, keep_adam: tuple[str, ...], progress: dict) -> None:
    states = {part: network.state_dict() for part, network in networks.items()}
    optimizers = Optimizers(list(networks.values()), keep_adam).state_dict()
    state = {"weights": states, "average": states, "optimizers": optimizers, "updates": UPDATES}
    save_checkpoint(name, {**state, **_pace(progress, name)})


def _pace(progress: dict, stage: str) -> dict:
    seen = progress[stage]["pictures_seen"]
    return {"seen": seen, "minutes": progress[stage]["minutes"], "new_since": seen}


def main() -> None:
    """Reads the command line and writes the checkpoints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=models_dir() / "starter")
    options = parser.parse_args()
    prepare_torch()
    take_up(options.folder)


if __name__ == "__main__":
    main()
