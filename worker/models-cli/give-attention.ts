import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasAttention, nameAttention } from '#worker/engine/attention/name-attention.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { PARTS } from '#worker/engine/runtime/parts.ts';

/** A graph is one protobuf message, whose limit this is; larger ones keep weights in `model.onnx_data`. */
const LARGEST_BYTES = 2 ** 31;

/**
 * Makes the attention maps of a copied model's UNet outputs of its graph, so that heatmaps of words can be
 * drawn. A UNet that has them already stays as it is. The copy is removed where that can't be.
 *
 * @throws EngineError `bad-model` naming the model, and why its UNet gives no maps
 */
export async function giveAttention(dir: string, name: string): Promise<void> {
  const file = path.join(dir, PARTS.unet.file);
  const named = await nameIn(file, name);
  if (typeof named === 'string') {
    await rm(dir, { recursive: true, force: true });
    throw new EngineError('bad-model', `${named} Add it without --with-attention.`, name);
  }
  if (named) await writeFile(file, named);
}

/** The graph with its maps, undefined where it has them, or a sentence that says why it can't. */
async function nameIn(file: string, name: string): Promise<Uint8Array | string | undefined> {
  const { size } = await stat(file);
  if (size >= LARGEST_BYTES)
    return `The UNet of ${name} is one file of 2 GB or more, which can't be changed.`;
  const bytes = await readFile(file);
  if (hasAttention(bytes)) return undefined;
  return (
    nameAttention(bytes) ??
    `The UNet of ${name} keeps its attention to itself: it is fused into other operators, or named in no way that exporters use.`
  );
}
