"""Writes sampler-reference.json: what diffusers' schedulers make of a small made-up model.

    pip install diffusers==0.35.2 torch scipy torchsde
    python tests/conformance/make_sampler_reference.py

Each case runs a scheduler from seeded noise over `0.6 * sin(x + t / 500)` in place of a UNet and
keeps the 16 numbers that come out. `firstIndex` is where a run begins that starts from a picture.
"""

import itertools
import json
import pathlib

import diffusers
import torch

SHAPE = (1, 4, 2, 2)
SEED = 5
BASE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}

CLASSES = {
    "DDIMScheduler": {"clip_sample": False, "set_alpha_to_one": False},
    "DDPMScheduler": {"clip_sample": False},
    "PNDMScheduler": {"skip_prk_steps": True},
    "LMSDiscreteScheduler": {},
    "EulerDiscreteScheduler": {},
    "EulerAncestralDiscreteScheduler": {},
    "HeunDiscreteScheduler": {},
    "KDPM2DiscreteScheduler": {},
    "KDPM2AncestralDiscreteScheduler": {},
    "DPMSolverMultistepScheduler": {},
    "DPMSolverSDEScheduler": {"noise_sampler_seed": 5},
    "DPMSolverSinglestepScheduler": {"lower_order_final": True},
    "DEISMultistepScheduler": {},
    "UniPCMultistepScheduler": {},
    "LCMScheduler": {},
    "TCDScheduler": {},
}


def accepts(name, key):
    return key in getattr(diffusers, name)._get_init_keys(getattr(diffusers, name))


def table():
    predictions = ["epsilon", "v_prediction"]
    spacings = ["leading", "linspace", "trailing"]
    for name, own in CLASSES.items():
        curves = [False, True] if accepts(name, "use_karras_sigmas") else [False]
        chosen = spacings if accepts(name, "timestep_spacing") else spacings[:1]
        for prediction, spacing, karras in itertools.product(predictions, chosen, curves):
            config = {**own, "prediction_type": prediction, "timestep_spacing": spacing}
            if karras:
                config["use_karras_sigmas"] = True
            yield name, config, 10, 0


def variants():
    euler, multi, uni, deis = (
        "EulerDiscreteScheduler",
        "DPMSolverMultistepScheduler",
        "UniPCMultistepScheduler",
        "DEISMultistepScheduler",
    )
    for name, own in CLASSES.items():
        for curve in ["use_exponential_sigmas", "use_beta_sigmas"]:
            if accepts(name, curve):
                yield name, {**own, curve: True}, 8, 0
    for name in [euler, multi, uni]:
        yield name, {"final_sigmas_type": "sigma_min"}, 8, 0
    snr = {"rescale_betas_zero_snr": True, "prediction_type": "v_prediction", "timestep_spacing": "trailing"}
    for name, own in CLASSES.items():
        if accepts(name, "rescale_betas_zero_snr"):
            yield name, {**own, **snr}, 8, 0
    for algorithm in ["dpmsolver++", "sde-dpmsolver++", "dpmsolver", "sde-dpmsolver"]:
        for solver in ["midpoint", "heun"]:
            config = {"algorithm_type": algorithm, "solver_type": solver}
            if not algorithm.endswith("++"):
                config["final_sigmas_type"] = "sigma_min"
            yield multi, config, 9, 0
    for order in [1, 2, 3]:
        for steps in [9, 20]:
            yield multi, {"solver_order": order}, steps, 0
            yield uni, {"solver_order": order}, steps, 0
            yield deis, {"solver_order": order}, steps, 0
    yield multi, {"solver_order": 3, "algorithm_type": "sde-dpmsolver++"}, 20, 0
    yield multi, {"use_lu_lambdas": True}, 10, 0
    yield multi, {"euler_at_final": True, "final_sigmas_type": "sigma_min"}, 20, 0
    for order in [1, 2, 3]:
        yield "DPMSolverSinglestepScheduler", {"solver_order": order, "lower_order_final": True}, 9, 0
    yield "DPMSolverSinglestepScheduler", {"algorithm_type": "sde-dpmsolver++", "lower_order_final": True}, 9, 0
    yield uni, {"solver_type": "bh1", "final_sigmas_type": "sigma_min"}, 10, 0
    yield uni, {"predict_x0": False, "final_sigmas_type": "sigma_min"}, 10, 0
    yield uni, {"disable_corrector": [0, 1]}, 10, 0
    yield "PNDMScheduler", {"skip_prk_steps": False}, 10, 0
    yield "PNDMScheduler", {"skip_prk_steps": True, "set_alpha_to_one": True}, 10, 0
    yield "DDIMScheduler", {"clip_sample": True, "set_alpha_to_one": True}, 10, 0
    yield "DDIMScheduler", {"clip_sample": False, "prediction_type": "sample"}, 10, 0
    yield euler, {"prediction_type": "sample"}, 10, 0
    yield euler, {"interpolation_type": "log_linear"}, 10, 0
    yield euler, {"timestep_type": "continuous", "prediction_type": "v_prediction"}, 10, 0
    yield euler, {"beta_schedule": "linear", "beta_start": 0.0001, "beta_end": 0.02}, 10, 0
    yield "LCMScheduler", {"original_inference_steps": 100}, 7, 0
    yield "HeunDiscreteScheduler", {"clip_sample": True}, 7, 0
    yield "DDPMScheduler", {"clip_sample": False, "variance_type": "fixed_large"}, 10, 0
    for name, own in CLASSES.items():
        yield name, own, 13, 4


def run(name, config, steps, skipped):
    scheduler = getattr(diffusers, name).from_config({**BASE, **config})
    scheduler.set_timesteps(steps)
    first = skipped * scheduler.order
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(first)
    generator = torch.Generator().manual_seed(SEED)
    sample = torch.randn(SHAPE, generator=generator)
    timesteps = scheduler.timesteps[first:]
    if skipped:
        sample = scheduler.add_noise(torch.full(SHAPE, 0.5), sample, timesteps[:1])
    else:
        sample = sample * scheduler.init_noise_sigma
    for t in timesteps:
        scaled = scheduler.scale_model_input(sample, t)
        output = 0.6 * torch.sin(scaled + t / 500)
        extra = {}
        if "generator" in scheduler.step.__code__.co_varnames:
            extra["generator"] = generator
        if name in ("DDIMScheduler", "TCDScheduler"):
            extra["eta"] = 0.0
        sample = scheduler.step(output.float(), t, sample, **extra).prev_sample
    return {
        "name": name,
        "config": {**BASE, **config},
        "steps": steps,
        "firstIndex": first,
        "timesteps": [round(float(t), 4) for t in scheduler.timesteps],
        "sample": [float(f"{x:.7g}") for x in sample.flatten().tolist()],
    }


def main():
    cases = [run(*case) for case in [*table(), *variants()]]
    assert all(x == x for case in cases for x in case["sample"]), "a run ended in no number"
    body = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    head = json.dumps({"generator": f"diffusers {diffusers.__version__}", "seed": SEED})[:-1]
    target = pathlib.Path(__file__).with_name("sampler-reference.json")
    target.write_text(f'{head}, "cases": [\n{body}\n]}}\n')
    print(len(cases), "cases")


main()
