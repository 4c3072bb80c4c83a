"""The judge from its exported graph, so that judging needs no checkpoint."""

from dataclasses import fields
from pathlib import Path

import onnxruntime
import torch

from ..settings import models_dir
from .networks import Findings

FOLDER = models_dir() / "similarity"


class ExportedJudge:
    """Pictures [B, 3, 128, 128] in -1..1 to findings, through onnxruntime."""

    def __init__(self, folder: Path = FOLDER):
        path = folder / "model.onnx"
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing: python -m training.export.similarity")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self.session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
        self.names = [field.name for field in fields(Findings)]

    def __call__(self, pictures: torch.Tensor) -> Findings:
        """Findings of a batch, on the CPU."""
        values = self.session.run(self.names, {"sample": pictures.cpu().contiguous().numpy()})
        return Findings(*(torch.from_numpy(value) for value in values))
