"""How far a decoded picture is from the real one."""

import torch
from torch.nn import functional as F


def picture_error(made: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """
    Absolute and squared error, error of the edges and of the coarse picture, of pictures
    [B, 3, H, W] in -1..1; and the squared error alone.
    """
    error = made - real
    across, down = error[..., 1:] - error[..., :-1], error[..., 1:, :] - error[..., :-1, :]
    edges = across.abs().mean() + down.abs().mean()
    squared = (error**2).mean()
    coarse = F.avg_pool2d(error, 4).abs().mean()
    return error.abs().mean() + 0.5 * edges + squared + 0.5 * coarse, squared
