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
still = {name: torch.zeros_like(value) for name, value in loss.learned().items()}
vectors = torch.nn.Parameter(dumped["start"].clone())
optimizer = torch.optim.AdamW([vectors])
differences = []
for index, rate in enumerate(dumped["rates"].tolist()):
    shown = {name: dumped[f"{index + 1} {name}"] for name in ("latents", "noise")}
    for name in ("timesteps", "input_ids"):
        shown[name] = dumped[f"{index + 1} {name}"].long()
    error = loss({**still, **shown, "vectors": vectors, **loss.weights})
    optimizer.zero_grad()
    error.backward()
    if index == 0:
        apart = (vectors.grad - dumped["gradient"]).abs().max().item()
        largest = vectors.grad.abs().max().item()
        print(f"gradient at step 1: at most {apart:.1e} apart, the largest value is {largest:.4f}")
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
apart = (vectors.detach() - dumped["learned"]).abs().max().item()
print(f"what was learned: at most {apart:.1e} apart")
