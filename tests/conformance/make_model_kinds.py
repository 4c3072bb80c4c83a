"""Writes tiny random models of the kinds that the golden model is not, LoRAs and learned words for
them, and the latents that diffusers' own pipelines reach from the same weights.

    pip install torch diffusers transformers peft accelerate onnx onnxruntime safetensors
    python tests/conformance/make_model_kinds.py

Made with torch 2.15, diffusers 0.35.2, transformers 4.57.6, peft 0.17.1.
"""

import base64
import copy
import json
import pathlib
import shutil
import tempfile

import numpy as np
import onnx
import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    EulerDiscreteScheduler,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from onnxruntime.quantization import QuantType, quantize_dynamic
from PIL import Image
from safetensors.torch import save_file
from torch import nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

HERE = pathlib.Path(__file__).parent
FOLDER = HERE / "fixtures"
GOLDEN_TOKENIZER = HERE.parent / "golden/tiny-sd-onnx/tokenizer"
MERGES = 250
TEXT_WIDTH = 16
BETAS = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def make_tokenizer(folder, pad):
    """CLIP's bytes and its first merges: enough for words to have several tokens."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (GOLDEN_TOKENIZER / "merges.txt").read_text().split("\n")[: MERGES + 1]
    known = json.loads((GOLDEN_TOKENIZER / "vocab.json").read_text())
    words = [*sorted(known, key=known.get)[:512], *(line.replace(" ", "") for line in lines[1:])]
    words += ["<|startoftext|>", "<|endoftext|>"]
    (folder / "merges.txt").write_text("\n".join(lines) + "\n")
    vocabulary = {word: index for index, word in enumerate(words)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False))
    config = {
        "bos_token": "<|startoftext|>",
        "eos_token": "<|endoftext|>",
        "unk_token": "<|endoftext|>",
        "pad_token": pad,
        "model_max_length": 77,
        "tokenizer_class": "CLIPTokenizer",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    return CLIPTokenizer.from_pretrained(folder), len(words)


def shuffle(module, seed):
    """Weights that let every input show in the output; a fresh network hardly reads its text."""
    generator = torch.Generator().manual_seed(seed)
    for weight in module.parameters():
        noise = torch.randn(weight.shape, generator=generator)
        if weight.ndim > 1:
            weight.data = noise / weight[0].numel() ** 0.5
        else:
            weight.data = weight.data + 0.1 * noise
    return module.eval().requires_grad_(False)


def make_text_encoder(kind, vocabulary, act, seed):
    config = CLIPTextConfig(
        vocab_size=vocabulary,
        hidden_size=TEXT_WIDTH,
        intermediate_size=32,
        num_hidden_layers=4,
        num_attention_heads=2,
        projection_dim=TEXT_WIDTH,
        hidden_act=act,
        bos_token_id=vocabulary - 2,
        eos_token_id=vocabulary - 1,
        pad_token_id=1,
        attn_implementation="eager",
    )
    return shuffle(kind(config), seed)


def make_unet(seed, **kind):
    config = {
        "sample_size": 8,
        "in_channels": 4,
        "out_channels": 4,
        "block_out_channels": (8, 16),
        "layers_per_block": 1,
        "norm_num_groups": 4,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "attention_head_dim": 2,
        "cross_attention_dim": TEXT_WIDTH,
        **kind,
    }
    return shuffle(UNet2DConditionModel(**config), seed)


def make_autoencoder(scaling):
    vae = AutoencoderKL(
        block_out_channels=(4, 4, 8, 8),
        down_block_types=["DownEncoderBlock2D"] * 4,
        up_block_types=["UpDecoderBlock2D"] * 4,
        norm_num_groups=4,
        latent_channels=4,
        sample_size=64,
        scaling_factor=scaling,
        force_upcast=False,
    )
    return shuffle(vae, 4)


class TextGraph(nn.Module):
    """input_ids -> the outputs that optimum's export has."""

    def __init__(self, encoder):
        super().__init__()
        self.text_model = getattr(encoder, "text_model", encoder)
        self.encoder = encoder

    def forward(self, input_ids):
        out = self.encoder(input_ids, output_hidden_states=True)
        pooled = out.text_embeds if hasattr(out, "text_embeds") else out.pooler_output
        return pooled, out.last_hidden_state, *out.hidden_states


class UnetGraph(nn.Module):
    def __init__(self, unet):
        super().__init__()
        self.unet = unet

    def forward(self, sample, timestep, encoder_hidden_states, text_embeds=None, time_ids=None):
        added = {"text_embeds": text_embeds, "time_ids": time_ids} if text_embeds is not None else None
        return self.unet(
            sample, timestep, encoder_hidden_states, added_cond_kwargs=added, return_dict=False
        )[0]


class EncoderGraph(nn.Module):
    def __init__(self, vae):
        super().__init__()
        self.vae = vae

    def forward(self, sample):
        return self.vae.encode(sample).latent_dist.parameters


class DecoderGraph(nn.Module):
    def __init__(self, vae):
        super().__init__()
        self.vae = vae

    def forward(self, latent_sample):
        return self.vae.decode(latent_sample, return_dict=False)[0]


def export(graph, inputs, outputs, path, free):
    """Writes one graph; `free` names the axes of each input that may change."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        graph.eval(),
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes={name: {axis: f"{name}_{axis}" for axis in axes} for name, axes in free.items()},
        opset_version=17,
        dynamo=False,
    )


def export_text(encoder, path):
    first = "text_embeds" if hasattr(encoder, "text_projection") else "pooler_output"
    layers = encoder.config.num_hidden_layers + 1
    outputs = [first, "last_hidden_state", *(f"hidden_states.{i}" for i in range(layers))]
    ids = torch.full((2, 77), 5)
    export(TextGraph(encoder), {"input_ids": ids}, outputs, path / "model.onnx", {"input_ids": [0]})
    write_config(encoder, path)


def export_unet(unet, path, is_xl=False, dtype=torch.float32):
    inputs = {
        "sample": torch.zeros(2, unet.config.in_channels, 8, 8, dtype=dtype),
        "timestep": torch.tensor(1.0, dtype=dtype),
        "encoder_hidden_states": torch.zeros(2, 77, unet.config.cross_attention_dim, dtype=dtype),
    }
    if is_xl:
        inputs["text_embeds"] = torch.zeros(2, TEXT_WIDTH, dtype=dtype)
        inputs["time_ids"] = torch.zeros(2, 6, dtype=dtype)
    free = {"sample": [0, 2, 3], "encoder_hidden_states": [0, 1], "text_embeds": [0], "time_ids": [0]}
    free = {name: axes for name, axes in free.items() if name in inputs}
    export(UnetGraph(unet), inputs, ["out_sample"], path / "model.onnx", free)
    write_config(unet, path)


def export_autoencoder(vae, folder, has_encoder=False):
    if has_encoder:
        inputs = {"sample": torch.zeros(1, 3, 64, 64)}
        path = folder / "vae_encoder"
        export(EncoderGraph(vae), inputs, ["latent_parameters"], path / "model.onnx", {"sample": [0, 2, 3]})
        write_config(vae, path)
    inputs = {"latent_sample": torch.zeros(1, 4, 8, 8)}
    path = folder / "vae_decoder"
    export(DecoderGraph(vae), inputs, ["sample"], path / "model.onnx", {"latent_sample": [0, 2, 3]})
    write_config(vae, path)


def write_config(module, path):
    config = module.config if isinstance(module.config, dict) else module.config.to_dict()
    kept = {key: value for key, value in config.items() if not key.startswith("_name")}
    (path / "config.json").write_text(json.dumps(kept, indent=1, default=str) + "\n")


def write_folder(folder, pipeline):
    names = {"_class_name": type(pipeline).__name__, "_diffusers_version": "0.35.2"}
    if "force_zeros_for_empty_prompt" in pipeline.config:
        names["force_zeros_for_empty_prompt"] = pipeline.config.force_zeros_for_empty_prompt
    (folder / "model_index.json").write_text(json.dumps(names, indent=1) + "\n")
    pipeline.scheduler.save_pretrained(folder / "scheduler")


def externalise(path):
    """Moves a graph's weights into `model.onnx_data` beside it."""
    graph = onnx.load(path)
    path.unlink()
    onnx.save(graph, path, save_as_external_data=True, location="model.onnx_data", size_threshold=64)


def random_lora(kind, modules, prefix, rank, alpha, seed, sgm=None):
    """A LoRA for some modules, in the names of `kohya` or `peft`."""
    generator = torch.Generator().manual_seed(seed)
    tensors = {}
    for name, module in modules:
        weight = module.weight
        down = torch.randn(rank, *weight.shape[1:], generator=generator) / weight[0].numel() ** 0.5
        up = torch.randn(weight.shape[0], rank, *[1] * (weight.ndim - 2), generator=generator) * 0.5
        if kind == "kohya":
            key = f"{prefix}_{(sgm or str)(name).replace('.', '_')}"
            tensors[f"{key}.lora_down.weight"] = down
            tensors[f"{key}.lora_up.weight"] = up
            tensors[f"{key}.alpha"] = torch.tensor(float(alpha))
        else:
            tensors[f"{prefix}.{name}.lora_A.weight"] = down
            tensors[f"{prefix}.{name}.lora_B.weight"] = up
    return tensors


def attention_modules(module, endings):
    return [(name, part) for name, part in module.named_modules() if name.endswith(endings)]


def text_modules(encoder):
    """Under the names that LoRA files use, whatever this version of transformers calls them."""
    found = attention_modules(encoder, ("q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2"))
    return [("text_model." + name.removeprefix("text_model."), part) for name, part in found]


def sgm_name(name):
    """Names of the SDXL original for this UNet, with one layer a block."""
    for theirs, ours in {
        "down_blocks.1.attentions.0": "input_blocks.3.1",
        "mid_block.attentions.0": "middle_block.1",
        "up_blocks.0.attentions.0": "output_blocks.0.1",
        "up_blocks.0.attentions.1": "output_blocks.1.1",
    }.items():
        if name.startswith(theirs + "."):
            return ours + name[len(theirs) :]
    raise ValueError(name)


def skip_in_negative(pipeline, negative, clip_skip):
    """WebUI leaves out layers for both prompts; diffusers by itself for the first one alone."""
    call = {"device": "cpu", "num_images_per_prompt": 1, "do_classifier_free_guidance": False}
    embeds, _, *pooled = pipeline.encode_prompt(negative, clip_skip=clip_skip, **call)
    given = {"negative_prompt_embeds": embeds}
    return given | {"negative_pooled_prompt_embeds": pooled[0]} if pooled else given


class Cases:
    def __init__(self):
        self.cases = []

    def add(self, name, pipeline, folder, request, **extra):
        """Runs one picture; `request` uses the names of the engine's request."""
        seen = []
        call = {
            "prompt": request["prompt"],
            "negative_prompt": request.get("negativePrompt") or None,
            "guidance_scale": request["guidance"],
            "num_inference_steps": request["steps"],
            "generator": [torch.Generator().manual_seed(seed) for seed in request["seeds"]],
            "num_images_per_prompt": len(request["seeds"]),
            "width": request["widthPx"],
            "height": request["heightPx"],
            "output_type": "np",
            "callback_on_step_end": lambda p, i, t, kw: seen.append(kw["latents"].clone()) or kw,
            **extra,
        }
        if "clip_skip" in extra:
            call |= skip_in_negative(pipeline, call.pop("negative_prompt"), extra["clip_skip"])
        images = pipeline(**call).images
        latents = seen[-1].numpy().astype("<f4")
        pixels = (images[0] * 255).round().astype(np.uint8)
        self.cases.append(
            {
                "name": name,
                "folder": folder,
                "request": request,
                "latents": base64.b64encode(latents.tobytes()).decode(),
                "firstPicture": base64.b64encode(pixels.tobytes()).decode(),
            }
        )


def request(prompt, negative="", **settings):
    usual = {"seeds": [3, 4], "steps": 4, "guidance": 5.0, "widthPx": 64, "heightPx": 96}
    return {"prompt": prompt, "negativePrompt": negative, **usual, **settings}


def make_sdxl(cases):
    folder = FOLDER / "tiny-sdxl"
    first, vocabulary = make_tokenizer(folder / "tokenizer", "<|endoftext|>")
    second, _ = make_tokenizer(folder / "tokenizer_2", "!")
    pipeline = StableDiffusionXLPipeline(
        vae=make_autoencoder(0.13025),
        text_encoder=make_text_encoder(CLIPTextModel, vocabulary, "quick_gelu", 1),
        text_encoder_2=make_text_encoder(CLIPTextModelWithProjection, vocabulary, "gelu", 2),
        tokenizer=first,
        tokenizer_2=second,
        unet=make_unet(
            3,
            cross_attention_dim=2 * TEXT_WIDTH,
            transformer_layers_per_block=(1, 1),
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + TEXT_WIDTH,
        ),
        scheduler=EulerDiscreteScheduler(**BETAS, timestep_spacing="leading", steps_offset=1),
        force_zeros_for_empty_prompt=True,
        add_watermarker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    write_folder(folder, pipeline)
    export_text(pipeline.text_encoder, folder / "text_encoder")
    export_text(pipeline.text_encoder_2, folder / "text_encoder_2")
    externalise(folder / "text_encoder_2/model.onnx")
    export_unet(pipeline.unet, folder / "unet", is_xl=True)
    export_autoencoder(pipeline.vae, folder)
    cases.add("sdxl with two prompts", pipeline, "tiny-sdxl", request("a red boat", "a blue hat"))
    cases.add("sdxl without a negative prompt", pipeline, "tiny-sdxl", request("a red boat"))
    skipping = request("a red boat", "a blue hat", clipSkip=3)
    cases.add("sdxl, clip skip", pipeline, "tiny-sdxl", skipping, clip_skip=1)
    lora = random_lora(
        "kohya", attention_modules(pipeline.unet, ("to_q", "to_out.0", "proj_in")), "lora_unet", 2, 1, 5, sgm_name
    )
    lora |= random_lora("kohya", text_modules(pipeline.text_encoder), "lora_te1", 2, 1, 6)
    lora |= random_lora("kohya", text_modules(pipeline.text_encoder_2), "lora_te2", 2, 1, 7)
    save_file(lora, FOLDER / "xl-kohya.safetensors")
    pipeline.load_lora_weights(FOLDER, weight_name="xl-kohya.safetensors", adapter_name="a")
    pipeline.set_adapters(["a"], [0.8])
    cases.add(
        "sdxl, a LoRA in the names of the original",
        pipeline,
        "tiny-sdxl",
        request("a red boat", "a blue hat", loras=[["xl-kohya.safetensors", 0.8]]),
    )


def make_sd21(cases):
    folder = FOLDER / "tiny-sd-2.1-v"
    tokenizer, vocabulary = make_tokenizer(folder / "tokenizer", "!")
    pipeline = StableDiffusionPipeline(
        vae=make_autoencoder(0.18215),
        text_encoder=make_text_encoder(CLIPTextModel, vocabulary, "gelu", 8),
        tokenizer=tokenizer,
        unet=make_unet(9, use_linear_projection=True, attention_head_dim=(2, 4)),
        scheduler=DDIMScheduler(
            **BETAS, prediction_type="v_prediction", steps_offset=1, clip_sample=False, set_alpha_to_one=False
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    write_folder(folder, pipeline)
    export_text(pipeline.text_encoder, folder / "text_encoder")
    export_unet(pipeline.unet, folder / "unet")
    export_autoencoder(pipeline.vae, folder)
    quantize_dynamic(
        folder / "text_encoder/model.onnx",
        FOLDER / "int8-text-encoder.onnx",
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QUInt8,
    )
    with tempfile.TemporaryDirectory() as half:
        export_unet(copy.deepcopy(pipeline.unet).half(), pathlib.Path(half), dtype=torch.float16)
        shutil.copy(pathlib.Path(half) / "model.onnx", FOLDER / "float16-unet.onnx")
    here = "tiny-sd-2.1-v"
    cases.add("sd 2.1 with velocities", pipeline, here, request("a red boat", "a blue hat"))
    for skip in (2, 3):
        skipping = request("a red boat", "a blue hat", clipSkip=skip)
        cases.add(f"sd 2.1, clip skip {skip}", pipeline, here, skipping, clip_skip=skip - 1)
    make_words(cases, pipeline, here)
    make_loras(cases, pipeline, here)


def make_words(cases, pipeline, folder):
    generator = torch.Generator().manual_seed(10)
    vectors = torch.randn(3, TEXT_WIDTH, generator=generator)
    save_file({"<moss>": vectors[0]}, FOLDER / "moss.safetensors")
    save_file({"emb_params": vectors[1:]}, FOLDER / "fern.safetensors")
    pipeline.load_textual_inversion(FOLDER, weight_name="moss.safetensors", token="<moss>")
    pipeline.load_textual_inversion(FOLDER, weight_name="fern.safetensors", token="fern")
    learned = request("a <moss> boat, fern hat", "a fern", words=["moss.safetensors", "fern.safetensors"])
    cases.add("sd 2.1, learned words", pipeline, folder, learned)
    pipeline.unload_textual_inversion()


def make_loras(cases, pipeline, folder):
    endings = ("to_q", "to_k", "to_out.0", "proj_in", "ff.net.0.proj", "ff.net.2", "conv1")
    kohya = random_lora("kohya", attention_modules(pipeline.unet, endings), "lora_unet", 2, 1, 11)
    kohya |= random_lora("kohya", text_modules(pipeline.text_encoder), "lora_te", 2, 1, 12)
    save_file(kohya, FOLDER / "kohya.safetensors")
    peft = random_lora("peft", attention_modules(pipeline.unet, ("to_v", "proj_out")), "unet", 3, 3, 13)
    peft |= random_lora("peft", text_modules(pipeline.text_encoder), "text_encoder", 3, 3, 14)
    save_file(peft, FOLDER / "peft.safetensors")
    pipeline.load_lora_weights(FOLDER, weight_name="kohya.safetensors", adapter_name="kohya")
    pipeline.load_lora_weights(FOLDER, weight_name="peft.safetensors", adapter_name="peft")
    for loras in ([["kohya", 0.7]], [["peft", 1.0]], [["kohya", 0.5], ["peft", -0.4]]):
        pipeline.set_adapters([name for name, _ in loras], [strength for _, strength in loras])
        files = [[f"{name}.safetensors", strength] for name, strength in loras]
        name = "sd 2.1, LoRA " + " and ".join(f"{lora} {strength}" for lora, strength in loras)
        cases.add(name, pipeline, folder, request("a red boat", "a blue hat", loras=files))


def make_inpaint(cases):
    folder = FOLDER / "tiny-sd-inpaint"
    tokenizer, vocabulary = make_tokenizer(folder / "tokenizer", "<|endoftext|>")
    pipeline = StableDiffusionInpaintPipeline(
        vae=make_autoencoder(0.18215),
        text_encoder=make_text_encoder(CLIPTextModel, vocabulary, "quick_gelu", 15),
        tokenizer=tokenizer,
        unet=make_unet(16, in_channels=9),
        scheduler=DDIMScheduler(**BETAS, steps_offset=1, clip_sample=False, set_alpha_to_one=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    write_folder(folder, pipeline)
    export_text(pipeline.text_encoder, folder / "text_encoder")
    export_unet(pipeline.unet, folder / "unet")
    export_autoencoder(pipeline.vae, folder, has_encoder=True)
    pixels = (np.arange(96 * 64 * 3) * 7919 % 256).astype(np.uint8).reshape(96, 64, 3)
    mask = np.zeros((96, 64), np.uint8)
    mask[20:70, 10:50] = 255
    for strength in (1.0, 0.75):
        painting = request("a red boat", "a blue hat", seeds=[3], strength=strength)
        cases.add(
            f"inpainting at strength {strength}",
            pipeline,
            "tiny-sd-inpaint",
            painting,
            image=Image.fromarray(pixels),
            mask_image=Image.fromarray(mask),
            strength=strength,
        )


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    FOLDER.mkdir(exist_ok=True)
    cases = Cases()
    make_sdxl(cases)
    make_sd21(cases)
    make_inpaint(cases)
    (HERE / "model-kinds.json").write_text(json.dumps(cases.cases, indent=1) + "\n")


main()
