"""Writes fixtures/attention-unet.onnx, a UNet in name that gives attention maps, and
attention-reference.json: where words act in its pictures, computed with torch as DAAM does.

    pip install onnx onnxruntime torch diffusers transformers
    python tests/conformance/make_attention_reference.py
"""

import json
import pathlib

import numpy as np
import onnx
import onnxruntime
import torch
from diffusers import EulerDiscreteScheduler
from onnx import TensorProto as T
from onnx import helper, numpy_helper
from torch.nn import functional as F
from transformers import CLIPTokenizer

HERE = pathlib.Path(__file__).parent
MODEL = HERE.parent / "golden/tiny-sd-onnx"
PROMPT, NEGATIVE, SEED, STEPS, GUIDANCE = "a small red boat, unbelievable waves", "fog", 6, 4, 5.0
HEIGHT, WIDTH = 8, 12
TEXT_WIDTH, HEADS, HEAD_WIDTH = 32, 2, 4
# Output, and how many latents along each side one of its places covers.
LAYERS = {"attention_down_0_0": 1, "attention_down_1_0": 2, "attention_mid_0": 4, "attention_up_0_0": 2}


def make_weights():
    rng = np.random.default_rng(3)
    weights = {"mix": rng.normal(0, 0.3, (4, 4, 1, 1))}
    for name in LAYERS:
        weights[f"{name}_query"] = rng.normal(0, 1, (HEADS * HEAD_WIDTH, 4, 1, 1))
        weights[f"{name}_key"] = rng.normal(0, 1, (TEXT_WIDTH, HEADS * HEAD_WIDTH))
    return {name: value.astype(np.float32) for name, value in weights.items()}


def write_graph(weights):
    """Pools the sample, asks each place, and takes the softmax over the text's tokens."""
    make = helper.make_node
    nodes = [make("Conv", ["sample", "mix"], ["out_sample"])]
    for name, stride in LAYERS.items():
        parts = [f"{name}_{k}" for k in range(7)]
        nodes += [
            make("AveragePool", ["sample"], parts[:1], kernel_shape=[stride] * 2, strides=[stride] * 2),
            make("Conv", [parts[0], f"{name}_query"], parts[1:2]),
            make("Reshape", [parts[1], "split_query"], parts[2:3]),
            make("Transpose", parts[2:3], parts[3:4], perm=[0, 1, 3, 2]),
            make("MatMul", ["encoder_hidden_states", f"{name}_key"], parts[4:5]),
            make("Reshape", [parts[4], "split_key"], parts[5:6]),
            make("Transpose", parts[5:6], [f"{name}_keys"], perm=[0, 2, 3, 1]),
            make("MatMul", [parts[3], f"{name}_keys"], parts[6:7]),
            make("Softmax", parts[6:7], [name], axis=-1),
        ]
    shapes = {
        "split_query": np.array([0, HEADS, HEAD_WIDTH, -1], np.int64),
        "split_key": np.array([0, 0, HEADS, HEAD_WIDTH], np.int64),
    }
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "attention-unet",
        [
            value("sample", T.FLOAT, ["b", 4, "h", "w"]),
            value("timestep", T.INT64, [1]),
            value("encoder_hidden_states", T.FLOAT, ["b", "s", TEXT_WIDTH]),
        ],
        [
            value("out_sample", T.FLOAT, ["b", 4, "h", "w"]),
            *(value(name, T.FLOAT, ["b", HEADS, f"{name}_places", "s"]) for name in LAYERS),
        ],
        [numpy_helper.from_array(v, k) for k, v in {**weights, **shapes}.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, HERE / "fixtures/attention-unet.onnx")


def attention(weights, name, sample, text):
    """Softmax of each head, [B, heads, places, tokens]."""
    pooled = F.avg_pool2d(sample, LAYERS[name])
    query = F.conv2d(pooled, weights[f"{name}_query"]).flatten(2).unflatten(1, (HEADS, -1)).mT
    key = (text @ weights[f"{name}_key"]).unflatten(2, (HEADS, -1)).transpose(1, 2)
    return (query @ key.mT).softmax(-1)


def draw(weights, text):
    """Guided Euler steps; the sum of each layer's attention in the row with the prompt."""
    scheduler = EulerDiscreteScheduler.from_pretrained(MODEL / "scheduler", steps_offset=1)
    scheduler.set_timesteps(STEPS)
    sample = torch.randn(1, 4, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(SEED))
    sample = sample * scheduler.init_noise_sigma
    sums = {name: 0 for name in LAYERS}
    for t in scheduler.timesteps:
        both = scheduler.scale_model_input(torch.cat([sample] * 2), t)
        for name in LAYERS:
            sums[name] = sums[name] + attention(weights, name, both, text)[1]
        negative, positive = F.conv2d(both, weights["mix"]).chunk(2)
        output = negative + GUIDANCE * (positive - negative)
        sample = scheduler.step(output, t, sample).prev_sample
    return sums


def global_map(sums):
    """DAAM's map of each token at the latents' size: [tokens, h, w]."""
    merged = []
    for name, sum_ in sums.items():
        if name.startswith("attention_mid"):
            continue
        stride = LAYERS[name]
        maps = sum_.permute(0, 2, 1).unflatten(2, (HEIGHT // stride, WIDTH // stride))
        # Heads are averaged first, as exports of this project do in the graph.
        maps = F.interpolate(maps.mean(0)[None], size=(HEIGHT, WIDTH), mode="bicubic")
        merged.append(maps[0].clamp(min=0))
    return torch.stack(merged).mean(0) / STEPS


def large(map_):
    """DAAM's map of a word on the picture, 0..1."""
    size = (8 * HEIGHT, 8 * WIDTH)
    drawn = F.interpolate(map_[None, None], size=size, mode="bicubic")[0, 0]
    return (drawn - drawn.min()) / (drawn.max() - drawn.min())


@torch.no_grad()
def main():
    weights = make_weights()
    write_graph(weights)
    weights = {name: torch.from_numpy(value) for name, value in weights.items()}
    tokenizer = CLIPTokenizer.from_pretrained(MODEL / "tokenizer")
    encoder = onnxruntime.InferenceSession(str(MODEL / "text_encoder/model.onnx"))
    kind = {"tensor(int32)": np.int32, "tensor(int64)": np.int64}[encoder.get_inputs()[0].type]

    def encode(text):
        ids = tokenizer(text, padding="max_length", max_length=77, truncation=True).input_ids
        return torch.from_numpy(encoder.run(None, {"input_ids": np.array([ids], kind)})[0])

    maps = global_map(draw(weights, torch.cat([encode(NEGATIVE), encode(PROMPT)])))
    words, column = [], 1
    for piece in PROMPT.split():
        count, word = len(tokenizer.tokenize(piece)), piece.strip(",")
        own = maps[column : column + len(tokenizer.tokenize(word))].mean(0)
        column += count
        words.append({"text": word, "values": rounded(own), "large": rounded(large(own)[::7, ::7])})
    request = {"prompt": PROMPT, "negativePrompt": NEGATIVE, "seed": SEED, "steps": STEPS}
    request |= {"guidance": GUIDANCE, "widthPx": 8 * WIDTH, "heightPx": 8 * HEIGHT}
    body = {"request": request, "words": words}
    (HERE / "attention-reference.json").write_text(json.dumps(body) + "\n")
    print(len(words), "words")


def rounded(values):
    return [float(f"{x:.6g}") for x in values.flatten().tolist()]


main()
