"""
Pictures for prompts, from the averaged weights:
python -m training.text_to_image.sample --out FILE "a red cat, beach" "two blue fish"
"""

import argparse

import torch
from diffusers import DPMSolverMultistepScheduler, LCMScheduler
from PIL import Image

from ..autoencoder.checkpoint import load_autoencoder
from ..autoencoder.networks import as_encoded
from ..settings import autocast, prepare_torch, state_dir
from ..training_run import load_average
from .captions import token_ids
from .networks import build_text_encoder, build_unet, encode
from .schedule import SCHEDULER, TURBO_SCHEDULER
from .tokenizer import load_tokenizer

STEPS, GUIDANCE = 20, 4.0


class Sampler:
    """The trained model, ready to draw."""

    def __init__(self, device, name: str = "text_to_image"):
        self.device = device
        self.tokenizer = load_tokenizer(state_dir() / "tokenizer")
        average = load_average(name, device)
        self.turbo = name == "turbo"
        self.text_encoder = build_text_encoder(self.tokenizer).to(device).eval()
        self.text_encoder.load_state_dict(average["text_encoder"])
        self.unet = build_unet().to(device).eval()
        self.unet.load_state_dict(average["unet"])
        _, self.decoder, self.statistics = load_autoencoder(device)

    def conditioning(self, prompts: list[str]) -> torch.Tensor:
        """[B, 77, width] for prompts."""
        return self.encoded(token_ids(self.tokenizer, prompts).to(self.device))

    def encoded(self, ids: torch.Tensor) -> torch.Tensor:
        """[B, 77, width] for token ids [B, 77]."""
        return encode(self.text_encoder, ids)

    def scheduler(self):
        """The sampler that the model was made for."""
        if self.turbo:
            return LCMScheduler.from_config(TURBO_SCHEDULER)
        return DPMSolverMultistepScheduler.from_config(SCHEDULER)

    @torch.no_grad()
    def draw(self, prompts, seeds, steps=STEPS, guidance=GUIDANCE, size=(128, 128)):
        """Pictures uint8 [B, H, W, 3] on the CPU, one a prompt and seed; size is width, height."""
        text, without = self.conditioning(prompts), self.conditioning([""] * len(prompts))
        return self.paint(text, without, seeds, steps, guidance, size)

    @torch.no_grad()
    def paint(self, text, without, seeds, steps=STEPS, guidance=GUIDANCE, size=(128, 128)):
        """
        The same from conditioning [B, 77, width], and conditioning to be guided away from; the
        guidance is a number, or one a picture, [B, 1, 1, 1].
        """
        shape = (4, size[1] // 8, size[0] // 8)
        noises = [torch.randn(shape, generator=torch.Generator().manual_seed(s)) for s in seeds]
        latents = torch.stack(noises).to(self.device)
        scheduler = self.scheduler()
        guided = not isinstance(guidance, (int, float)) or guidance != 1
        scheduler.set_timesteps(steps)
        # Latent-consistency steps draw fresh noise from torch's own generator.
        torch.manual_seed(seeds[0])
        if guided:
            text = torch.cat([without, text])
        for step in scheduler.timesteps:
            inputs = torch.cat([latents, latents]) if guided else latents
            with autocast(self.device):
                made = self.unet(inputs, step, text).sample.float()
            if guided:
                away, towards = made.chunk(2)
                made = away + guidance * (towards - away)
            latents = scheduler.step(made, step, latents).prev_sample
        raw = as_encoded(latents, self.statistics)
        pictures = self.decoder(raw).clamp(-1, 1).add(1).mul(127.5).round().byte()
        return pictures.permute(0, 2, 3, 1).cpu().numpy()


def contact_sheet(pictures, columns: int) -> Image.Image:
    """Pictures side by side, row by row, with a white line between."""
    height, width = pictures[0].shape[:2]
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (width + 4), rows * (height + 4)), "white")
    for k, picture in enumerate(pictures):
        corner = (k % columns * (width + 4), k // columns * (height + 4))
        sheet.paste(Image.fromarray(picture), corner)
    return sheet


def add_sampling_options(parser) -> None:
    """Which model draws, and how; turbo is for --steps 2 --guidance 1."""
    names = ["text_to_image", "inkwell", "turbo"]
    parser.add_argument("--name", choices=names, default="text_to_image")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--guidance", type=float, default=GUIDANCE)


def main() -> None:
    """Reads the command line and draws a sheet: a column a prompt, a row a seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("prompts", nargs="+")
    add_sampling_options(parser)
    options = parser.parse_args()
    sampler, pictures = Sampler(prepare_torch(), options.name), []
    for seed in range(options.seeds):
        seeds = [seed * 1000 + k for k in range(len(options.prompts))]
        pictures += list(sampler.draw(options.prompts, seeds, options.steps, options.guidance))
    contact_sheet(pictures, len(options.prompts)).save(options.out)


if __name__ == "__main__":
    main()
