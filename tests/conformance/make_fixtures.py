"""Writes tiny ONNX graphs in shapes that the golden model does not have.

    pip install onnx numpy
    python tests/conformance/make_fixtures.py
"""

import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper, numpy_helper

FOLDER = pathlib.Path(__file__).with_name("fixtures")
FLOATS = {T.FLOAT: np.float32, T.FLOAT16: np.float16}


def save(name, nodes, inputs, outputs, weights):
    info = [helper.make_tensor_value_info(n, t, s) for n, t, s in inputs]
    out = [helper.make_tensor_value_info(n, t, s) for n, t, s in outputs]
    constants = [numpy_helper.from_array(v, k) for k, v in weights.items()]
    graph = helper.make_graph(nodes, name, info, out, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    (FOLDER / name).parent.mkdir(exist_ok=True)
    onnx.save(model, FOLDER / f"{name}.onnx")


def unet(name, channels, kind):
    """A UNet in name only: each output channel is a mix of the input channels."""
    mix = np.random.default_rng(1).normal(0, 0.3, (4, channels, 1, 1)).astype(FLOATS[kind])
    save(
        name,
        [helper.make_node("Conv", ["sample", "mix"], ["out_sample"])],
        [
            ("sample", kind, ["b", channels, "h", "w"]),
            ("timestep", T.INT64, [1]),
            ("encoder_hidden_states", kind, ["b", "s", 32]),
        ],
        [("out_sample", kind, ["b", 4, "h", "w"])],
        {"mix": mix},
    )


def local_decoder():
    """A decoder that looks three latents around each pixel, and 8 times as large."""
    rng = np.random.default_rng(2)
    weights = {
        "widen": rng.normal(0, 0.2, (8, 4, 3, 3)).astype(np.float32),
        "look": rng.normal(0, 0.2, (8, 8, 3, 3)).astype(np.float32),
        "colour": rng.normal(0, 0.1, (3, 8, 5, 5)).astype(np.float32),
        "scales": np.array([1, 1, 8, 8], np.float32),
    }
    make = helper.make_node
    save(
        "local-decoder",
        [
            make("Conv", ["latent_sample", "widen"], ["a"], pads=[1] * 4),
            make("Tanh", ["a"], ["b"]),
            make("Conv", ["b", "look"], ["c"], pads=[1] * 4),
            make("Resize", ["c", "", "scales"], ["d"], mode="nearest"),
            make("Conv", ["d", "colour"], ["e"], pads=[2] * 4),
            make("Tanh", ["e"], ["sample"]),
        ],
        [("latent_sample", T.FLOAT, ["b", 4, "h", "w"])],
        [("sample", T.FLOAT, ["b", 3, "H", "W"])],
        weights,
    )


def decomposer():
    """Draws what is easily said: depth is the mean of the colours, the others are one colour each."""
    make, weights, nodes, outputs = helper.make_node, {}, [], []
    for name, own in {"line": 0, "segment": 0, "pose": 0, "face": 1, "hand": 2, "depth": None}.items():
        mix = np.full((3, 3, 1, 1), 1 / 3) if own is None else np.eye(3)[[own] * 3, :, None, None]
        weights[f"{name}_mix"] = mix.astype(np.float32)
        nodes.append(make("Conv", ["picture", f"{name}_mix"], [name]))
        outputs.append((name, T.FLOAT, ["b", 3, "h", "w"]))
    save("decomposer/model", nodes, [("picture", T.FLOAT, ["b", 3, "h", "w"])], outputs, weights)
    config = {"multiple_of": 16, "outputs": [name for name, *_ in outputs]}
    (FOLDER / "decomposer/config.json").write_text(json.dumps(config) + "\n")


def union_control():
    """A union control network in name: what it gives says only which type it was told."""
    make, text = helper.make_node, ["b", "s", 32]
    inputs = [
        ("sample", T.FLOAT, ["b", 4, "h", "w"]),
        ("timestep", T.INT64, [1]),
        ("encoder_hidden_states", T.FLOAT, text),
        ("controlnet_cond", T.FLOAT, ["b", 3, "H", "W"]),
        ("conditioning_scale", T.FLOAT, []),
        ("control_type", T.FLOAT, ["b", 6]),
    ]
    nodes = [
        make("MatMul", ["control_type", "numbers"], ["number"]),
        make("Reshape", ["number", "plane"], ["tall"]),
        make("Mul", ["sample", "tall"], ["product"]),
        make("Mul", ["product", "conditioning_scale"], ["mid_block"]),
    ]
    weights = {
        "numbers": np.arange(1, 7, dtype=np.float32)[:, None],
        "plane": np.array([-1, 1, 1, 1], np.int64),
    }
    save("union-control", nodes, inputs, [("mid_block", T.FLOAT, ["b", 4, "h", "w"])], weights)
    added = ("mid_block_additional_residual", T.FLOAT, ["b", 4, "h", "w"])
    save(
        "union-unet",
        [make("Add", ["sample", added[0]], ["out_sample"])],
        [*inputs[:3], added],
        [("out_sample", T.FLOAT, ["b", 4, "h", "w"])],
        {},
    )


def main():
    FOLDER.mkdir(exist_ok=True)
    unet("inpaint-unet", 9, T.FLOAT)
    unet("half-unet", 4, T.FLOAT16)
    local_decoder()
    decomposer()
    union_control()


main()
