"""
Trains in torch what `dump-training.ts` trained, on the same files, and prints the differences:
cd models && python ../tests/conformance/concepts/check_training.py FILE [FOLDER]
"""

import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

sys.path.insert(0, str(Path.cwd()))
from training.export.concept_gradients import ConceptLoss  # noqa: E402

dumped = load_file(sys.argv[1])
loss = ConceptLoss(Path(sys.argv[2] if len(sys.argv) > 2 else "starter"))
values = {name: torch.zeros_like(value) for name, value in loss.learned().items()}
learned = {}
for key, value in dumped.items():
    if key.startswith("start "):
        learned[key.removeprefix("start ")] = torch.nn.Parameter(value.clone())
values.update(learned)  # what this training does not learn does nothing
optimizer = torch.optim.AdamW(learned.values())


def apart(found: dict[str, torch.Tensor], what: str) -> float:
    """The largest difference between what torch found and what was written."""
    return max((value - dumped[f"{what} {name}"]).abs().max().item() for name, value in found.items())


differences = []
for index, rate in enumerate(dumped["rates"].tolist()):
    shown = {name: dumped[f"{index + 1} {name}"] for name in ("latents", "noise")}
    for name in ("timesteps", "input_ids"):
        shown[name] = dumped[f"{index + 1} {name}"].long()
    error = loss({**values, **shown, **loss.weights})
    optimizer.zero_grad()
    error.backward()
    if index == 0:
        slopes = {name: value.grad for name, value in learned.items()}
        largest = max(slope.abs().max().item() for slope in slopes.values())
        print(
            f"gradient at step 1: at most {apart(slopes, 'gradient'):.1e} apart, "
            f"the largest value is {largest:.4f}"
        )
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.step()
    differences.append(abs(error.item() - dumped["losses"][index].item()))
    if index % 10 == 9:
        print(
            f"step {index + 1}: loss {error.item():.6f} in torch, {dumped['losses'][index].item():.6f}"
            f" in TypeScript; at most {max(differences):.1e} apart so far",
            flush=True,
        )
ended = {name: value.detach() for name, value in learned.items()}
print(f"what was learned: at most {apart(ended, 'learned'):.1e} apart")
