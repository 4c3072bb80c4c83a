"""
Writes the picture-similarity embedding of the judge: python -m training.export.similarity FOLDER
Two pictures are as alike as the dot product of their embeddings.
"""

import argparse
import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from ..judge.measure import load_judge
from ..settings import prepare_torch
from .graphs import export_graph


class SimilarityGraph(nn.Module):
    """sample -> embedding of length 1."""

    def __init__(self, judge):
        super().__init__()
        self.judge = judge

    def forward(self, sample):
        """Pictures [B, 3, 128, 128] in -1..1 to [B, 512]."""
        return F.normalize(self.judge(sample).features, dim=1)


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    prepare_torch()
    graph = SimilarityGraph(load_judge(torch.device("cpu")))
    axes = {"sample": {0: "batch"}, "embedding": {0: "batch"}}
    inputs = (torch.randn(2, 3, 128, 128),)
    with torch.no_grad():
        export_graph(graph, inputs, folder / "model.onnx", ["sample"], ["embedding"], axes)
    config = {"sample_size": 128, "range": [-1, 1], "embedding_size": 512}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
