"""
Writes the restyled folder: python -m training.restyle.export ../starter ../inkwell "Easel inkwell"
Words, sampler and encoder are those of its source; a part that has not learned stays as it was.
"""

import argparse
import json
import shutil
from pathlib import Path

from ..export.concept_gradients import export_concept_gradients
from ..export.preview import write_latent_rgb
from ..settings import prepare_torch, report
from ..world.dataset import held_out, load_dataset
from .parts import PARTS, load_part
from .pictures import PREFIX, folder_latents

# Pictures of the source's own look do not stand for the new one, nor its gradients for its graphs.
LEFT_OUT = shutil.ignore_patterns("*.webp", "README.md", "gradients")


def write_folder(source: Path, target: Path, name: str) -> dict[str, float]:
    """Writes the folder; returns its megabytes and how much its preview explains."""
    shutil.copytree(source, target, ignore=LEFT_OUT, dirs_exist_ok=True)
    for part, path in PARTS.items():
        run = load_part(source, part)
        if run.progress["seen"]:
            run.average.networks[part].write(target / path, integers=part == "unet")
    easel = json.loads((source / "easel.json").read_text())
    (target / "easel.json").write_text(json.dumps({**easel, "name": name}, indent=2) + "\n")
    data_set = f"{PREFIX}pictures"
    pictures, latents = load_dataset(data_set)[0], folder_latents(source, data_set)
    kept = held_out(len(pictures))
    explained = write_latent_rgb(latents[-kept:], pictures[-kept:], target / "latent_rgb.json")
    export_concept_gradients(target)
    size = sum(path.stat().st_size for path in target.rglob("*.onnx")) / 1e6
    return {"megabytes": round(size, 1), "preview_variance_explained": round(explained, 3)}


def main() -> None:
    """Reads the command line, writes the folder and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("name", help="what the studio calls it")
    options = parser.parse_args()
    prepare_torch()
    report("export-restyled", **write_folder(options.source, options.target, options.name))


if __name__ == "__main__":
    main()
