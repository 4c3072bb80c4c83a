"""Stable Diffusion's noise schedule, and v-prediction over it."""

import torch

STEPS = 1000
SCHEDULER = {
    "_class_name": "DPMSolverMultistepScheduler",
    "num_train_timesteps": STEPS,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "v_prediction",
    "timestep_spacing": "trailing",
    "steps_offset": 1,
    "algorithm_type": "dpmsolver++",
    "solver_order": 2,
    "solver_type": "midpoint",
    "lower_order_final": True,
    "use_karras_sigmas": False,
    "final_sigmas_type": "zero",
}
# A distilled model takes latent-consistency steps: its own few timesteps, fresh noise between.
TURBO_SCHEDULER = {
    "_class_name": "LCMScheduler",
    **{k: SCHEDULER[k] for k in ("num_train_timesteps", "beta_start", "beta_end")},
    "beta_schedule": "scaled_linear",
    "prediction_type": "v_prediction",
    "original_inference_steps": 12,
    "timestep_scaling": 10.0,
    "set_alpha_to_one": True,
    "clip_sample": False,
}


class Schedule:
    """Signal and noise by timestep, on a device."""

    def __init__(self, device):
        start, end = SCHEDULER["beta_start"] ** 0.5, SCHEDULER["beta_end"] ** 0.5
        betas = torch.linspace(start, end, STEPS, device=device) ** 2
        kept = torch.cumprod(1 - betas, 0)
        self.signal, self.noise = kept.sqrt(), (1 - kept).sqrt()
        self.snr = kept / (1 - kept)

    def at(self, steps: torch.Tensor):
        """Signal and noise [B, 1, 1, 1] at timesteps [B]."""
        shape = (-1, 1, 1, 1)
        return self.signal[steps].view(shape), self.noise[steps].view(shape)

    def noised(self, clean: torch.Tensor):
        """Clean latents [B, C, h, w] at random timesteps [B]: noisy ones, timesteps, velocity."""
        steps = torch.randint(0, STEPS, (len(clean),), device=clean.device)
        noise = torch.randn_like(clean)
        signal_share, noise_share = self.at(steps)
        noisy = signal_share * clean + noise_share * noise
        return noisy, steps, signal_share * noise - noise_share * clean

    def velocity_weight(self, steps: torch.Tensor, cap: float = 5.0) -> torch.Tensor:
        """
        Weight of the velocity error, [B, 1, 1, 1]: 1, and less where hardly any noise is left (the
        cap of T. Hang et al., "Min-SNR", 2023). Their weight falls towards pure noise too, where
        it is decided what is drawn and in which colours.
        """
        return (cap / (self.snr[steps] + 1)).clamp(max=1).view(-1, 1, 1, 1)
