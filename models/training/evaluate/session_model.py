"""A model folder drawn with through onnxruntime: for graphs whose weights cannot be read back."""

from pathlib import Path

import onnxruntime
import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionOutput

from ..export.read_back import UnnamedWeights
from .model import FolderModel


class SessionModel(FolderModel):
    """Draws as `FolderModel` does, on the processor."""

    def __init__(self, folder: Path):
        self.folder, self.device = folder, torch.device("cpu")
        self.read_settings()
        self._text_encoder, self._unet, self._decoder = (
            self._open(part) for part in ("text_encoder", "unet", "vae_decoder")
        )
        # The decoder's graph undoes the standardising of latents itself.
        self.statistics = {"mean": 0.0, "deviation": 1.0}

    def _open(self, part: str):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        path = str(self.folder / part / "model.onnx")
        return onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])

    def encoded(self, ids: torch.Tensor) -> torch.Tensor:
        """[B, 77, width] for token ids [B, 77]."""
        feeds = {"input_ids": ids.numpy()}
        (text,) = self._text_encoder.run(["last_hidden_state"], feeds)
        return torch.from_numpy(text)

    def unet(self, inputs, step, text) -> UNet2DConditionOutput:
        """Velocity of latents."""
        feeds = {"sample": inputs.numpy(), "timestep": torch.as_tensor(step).float().numpy()}
        feeds["encoder_hidden_states"] = text.contiguous().numpy()
        (sample,) = self._unet.run(["out_sample"], feeds)
        return UNet2DConditionOutput(sample=torch.from_numpy(sample))

    def decoder(self, latents) -> torch.Tensor:
        """Pictures [B, 3, H, W] in -1..1."""
        (sample,) = self._decoder.run(None, {"latent_sample": latents.numpy()})
        return torch.from_numpy(sample)


def open_model(folder: Path, device) -> FolderModel:
    """A model folder, as networks on the device where its graphs name their weights."""
    try:
        return FolderModel(folder, device)
    except UnnamedWeights:
        return SessionModel(folder)
