"""
Writes the judge as one graph, its picture-similarity embedding first:
python -m training.export.similarity FOLDER
Two pictures are as alike as the dot product of their embeddings.
"""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from ..judge.measure import load_judge
from ..judge.networks import Findings
from ..settings import prepare_torch
from ..world.vocabulary import COLOUR_NAMES, ENVIRONMENTS, LIGHT_NAMES, LOOKS, STYLES, SUBJECTS
from .graphs import export_graph

FINDINGS = [field.name for field in fields(Findings)]
OUTPUTS = ["embedding", *FINDINGS]


class SimilarityGraph(nn.Module):
    """sample -> embedding of length 1, and all findings of the judge."""

    def __init__(self, judge):
        super().__init__()
        self.judge = judge

    def forward(self, sample):
        """Pictures [B, 3, 128, 128] in -1..1 to [B, 512], and the fields of Findings."""
        found = self.judge(sample)
        return F.normalize(found.features, dim=1), *(getattr(found, name) for name in FINDINGS)


@torch.no_grad()
def export_judge(judge, folder: Path) -> None:
    """Writes model.onnx, and config.json with the names behind the numbers."""
    axes = {name: {0: "batch"} for name in ["sample", *OUTPUTS]}
    inputs = (torch.randn(2, 3, 128, 128),)
    graph = SimilarityGraph(judge)
    export_graph(graph, inputs, folder / "model.onnx", ["sample"], OUTPUTS, axes)
    names = {
        "presence": SUBJECTS,
        "colour": COLOUR_NAMES,
        "environment": list(ENVIRONMENTS),
        "light": LIGHT_NAMES,
        "style": list(STYLES),
        "looks": list(LOOKS),
    }
    config = {"sample_size": 128, "range": [-1, 1], "embedding_size": 512, "names": names}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    prepare_torch()
    export_judge(load_judge(torch.device("cpu")), folder)


if __name__ == "__main__":
    main()
