"""Draws a picture, then the same one for each line on stdin, and prints what it took.

    bench_diffusers.py FOLDER SETTINGS

Needs torch, diffusers 0.35.2, transformers 4.57.6 and optimum-onnx 0.1.0 with onnxruntime.
"""

import json
import sys
import time

import torch
from optimum.onnxruntime import ORTStableDiffusionPipeline

pipeline = ORTStableDiffusionPipeline.from_pretrained(sys.argv[1], safety_checker=None)
pipeline.set_progress_bar_config(disable=True)
if not hasattr(pipeline.text_encoder, "num_hidden_layers"):
    pipeline.text_encoder.num_hidden_layers = 0  # a config that names none has no such outputs
request = json.loads(sys.argv[2])


def encode(text: str) -> torch.Tensor:
    """As diffusers does; it can't where an encoder gives fewer vectors than it takes tokens."""
    tokens = pipeline.tokenizer(
        text,
        padding="max_length",
        max_length=pipeline.tokenizer.model_max_length,
        truncation=True,
        return_tensors="pt",
    )
    return pipeline.text_encoder(tokens.input_ids)[0]


def draw() -> float:
    start = time.perf_counter()
    pipeline(
        prompt_embeds=encode(request["prompt"]),
        negative_prompt_embeds=encode(request["negativePrompt"]),
        width=request["widthPx"],
        height=request["heightPx"],
        num_inference_steps=request["steps"],
        guidance_scale=request["guidance"],
        generator=torch.Generator().manual_seed(request["seed"]),
        output_type="np",
    )
    return (time.perf_counter() - start) * 1000


draw()
print("ready", flush=True)
for _ in sys.stdin:
    print(json.dumps({"ms": draw()}), flush=True)
