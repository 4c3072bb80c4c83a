"""A linear map from latents to colours, for previews while a picture is being made."""

import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F


def write_latent_rgb(latents: torch.Tensor, pictures: np.ndarray, path: Path) -> float:
    """
    Fits `rgb = latents * factors + bias` (rgb in 0..1) by least squares over standardised latents
    [N, 4, h, w] and their pictures uint8 [N, H, W, 3]; returns the explained share of variance.
    """
    colours = torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float() / 255
    targets = F.avg_pool2d(colours, 8).permute(0, 2, 3, 1).reshape(-1, 3)
    inputs = latents.float().permute(0, 2, 3, 1).reshape(-1, 4)
    inputs = torch.cat([inputs, torch.ones(len(inputs), 1)], 1)
    solution = torch.linalg.lstsq(inputs, targets).solution
    rounded = [[round(v, 4) for v in row] for row in solution.tolist()]
    path.write_text(json.dumps({"factors": rounded[:4], "bias": rounded[4]}) + "\n")
    return 1 - ((inputs @ solution - targets).var() / targets.var()).item()
