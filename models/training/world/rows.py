"""A data set's pictures by row: held on a graphics card, or read from disk as they are used."""

import numpy as np
import torch


class Rows:
    """Pictures uint8 [N, H, W, 3] whose rows come as tensors on the device."""

    def __init__(self, pictures: np.ndarray, device):
        self.device, self.count = device, len(pictures)
        self._held = (
            torch.from_numpy(np.array(pictures)).to(device) if device.type == "cuda" else None
        )
        self._read = pictures

    def __len__(self) -> int:
        return self.count

    def random(self, count: int):
        """As many random row numbers, and their pictures [B, H, W, 3]."""
        rows = torch.randint(self.count, (count,)).sort().values
        if self._held is not None:
            return rows, self._held[rows.to(self.device)]
        return rows, torch.from_numpy(np.array(self._read[rows.numpy()]))
