"""Time and memory of a model folder through onnxruntime on two cores, in a process of its own."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime

THREADS = 2
REPEATS = 3


def _median(action) -> float:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return sorted(times)[REPEATS // 2]


def time_folder(folder: Path) -> dict[str, float]:
    """
    Seconds to load, for a picture with the folder's own steps and guidance (samplers' arithmetic
    left out), for a UNet pass and for a decoding; megabytes of the process at most.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS

    def load(part: str):
        path = str(folder / part / "model.onnx")
        return onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])

    started = time.perf_counter()
    text_encoder, unet, decoder = (load(p) for p in ("text_encoder", "unet", "vae_decoder"))
    loading = time.perf_counter() - started
    defaults = json.loads((folder / "easel.json").read_text())["defaults"]
    batch = 1 if defaults["guidance"] == 1 else 2
    ids = np.ones((batch, 77), np.int64)
    encode = lambda: text_encoder.run(["last_hidden_state"], {"input_ids": ids})[0]  # noqa: E731
    inputs = {
        "sample": np.zeros((batch, 4, 16, 16), np.float32),
        "timestep": np.array(500, np.float32),
        "encoder_hidden_states": encode(),
    }
    denoise = lambda: unet.run(["out_sample"], inputs)  # noqa: E731
    decode = lambda: decoder.run(None, {"latent_sample": inputs["sample"][:1]})  # noqa: E731

    def picture() -> None:
        encode()
        for _ in range(defaults["steps"]):
            denoise()
        decode()

    denoise()
    figures = {
        "load_s": loading,
        "picture_s": _median(picture),
        "unet_pass_s": _median(denoise),
        "decode_s": _median(decode),
    }
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rounded = {name: round(value, 3) for name, value in figures.items()}
    return {"steps": defaults["steps"], "batch": batch, **rounded, "memory_mb": round(memory)}


def measure_speed(folder: Path) -> dict[str, float]:
    """`time_folder` in a fresh process, so that its memory is its own."""
    command = [sys.executable, "-m", __name__, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    print(json.dumps(time_folder(Path(sys.argv[1]))))
