"""What a model folder says about itself: configs, defaults, and the words it has seen."""

import json
from pathlib import Path

from ..autoencoder.networks import WIDTHS
from ..settings import load_checkpoint
from ..text_to_image.networks import UNET
from ..text_to_image.sample import GUIDANCE, STEPS
from ..text_to_image.schedule import SCHEDULER, TURBO_SCHEDULER
from ..text_to_image.tokenizer import MAX_TOKENS, caption_words
from ..world import vocabulary
from ..world.figures import MANNERS

# By checkpoint: its name in the studio, and the settings that suit it.
USUAL = {"steps": STEPS, "guidance": GUIDANCE}
MODELS = {
    "text_to_image": ("Easel starter", USUAL),
    "inkwell": ("Easel inkwell", USUAL),
    "turbo": ("Easel starter turbo", {"steps": 2, "guidance": 1.0, "sampler": "lcm"}),
}
PARTS = {
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae_encoder": ["diffusers", "AutoencoderKL"],
    "vae_decoder": ["diffusers", "AutoencoderKL"],
}


def _write_json(path: Path, value) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n")


def write_settings(folder: Path, tokenizer, checkpoint: str) -> None:
    """The model index, each part's config, and the studio's name and defaults."""
    scheduler = TURBO_SCHEDULER if checkpoint == "turbo" else SCHEDULER
    name, settings = MODELS[checkpoint]
    defaults = {**settings, "widthPx": 128, "heightPx": 128}
    easel = {"name": name, "licence": "MIT", "low_weights": "leave-out", "defaults": defaults}
    _write_json(folder / "easel.json", easel)
    index = {"scheduler": ["diffusers", scheduler["_class_name"]], **PARTS}
    _write_json(folder / "model_index.json", {"_class_name": "StableDiffusionPipeline", **index})
    _write_json(folder / "scheduler/scheduler_config.json", scheduler)
    _write_json(folder / "unet/config.json", {"_class_name": "UNet2DConditionModel", **UNET})
    autoencoder = {
        "_class_name": "AutoencoderKL",
        "sample_size": 128,
        "latent_channels": 4,
        "scaling_factor": 1.0,
        "block_out_channels": [12, *WIDTHS],
    }
    for part in ("vae_encoder", "vae_decoder"):
        _write_json(folder / part / "config.json", autoencoder)
    text = {
        "architectures": ["CLIPTextModel"],
        "hidden_size": UNET["cross_attention_dim"],
        "max_position_embeddings": MAX_TOKENS,
        "vocab_size": len(tokenizer),
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.eos_token_id,
    }
    _write_json(folder / "text_encoder/config.json", text)


def write_progress(folder: Path) -> None:
    """progress.json: how far the checkpoints are, so that `take_up` can go on from the folder."""
    path = folder / "progress.json"
    progress = json.loads(path.read_text()) if path.exists() else {}
    for stage in ("autoencoder", "text_to_image", "control"):
        if saved := load_checkpoint(stage):
            minutes = round(saved["minutes"], 1)
            progress[stage] = {"pictures_seen": saved["seen"], "minutes": minutes}
    _write_json(path, progress)


def write_words(folder: Path, records) -> None:
    """words.json: what the model has seen, by kind, and what was kept from it."""
    first = lambda table: [wordings[0] for wordings in table.values()]  # noqa: E731
    environments = [w.replace("{colour} ", "") for w in first(vocabulary.ENVIRONMENTS)]
    words = {
        "words": caption_words([c for record in records for c in record["captions"]]),
        "subjects": vocabulary.SUBJECTS,
        "colours": list(vocabulary.COLOURS),
        "poses": MANNERS["person"],
        "expressions": MANNERS["face"],
        "gestures": MANNERS["hand"],
        "environments": environments,
        "lights": first(vocabulary.LIGHTS),
        "looks": first(vocabulary.LOOKS),
        "places": first(vocabulary.PLACES),
        "styles": first(vocabulary.STYLES),
        "relations": ["left of", "right of", "above", "below", "next to", "in front of", "behind"],
        "counts": [number for pair in vocabulary.NUMBER_WORDS.values() for number in pair],
        "heldOut": vocabulary.HOLDOUT["subjects"],
    }
    lines = [f"  {json.dumps(kind)}: {json.dumps(values)}" for kind, values in words.items()]
    (folder / "words.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
