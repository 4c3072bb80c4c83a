import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../contract/errors.ts';
import { readSafetensors } from '../runtime/safetensors.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

/** A word that a file taught: its vectors for each text encoder, [count, width]. */
export interface LearnedWord {
  name: string;
  file: string;
  vectors: FloatTensor[];
}

const FOLDER = 'embeddings';
/** A word stays within one chunk of 75 tokens. */
const MOST_VECTORS = 75;
const ENDING = '.safetensors';

/** The files of learned words that lie in a model folder. */
export async function listWordFiles(dir: string): Promise<string[]> {
  const names = await readdir(path.join(dir, FOLDER)).catch(() => []);
  return names
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => path.join(dir, FOLDER, name));
}

/**
 * Reads a learned word (textual inversion). diffusers stores it under the word itself, WebUI under
 * `emb_params`, and files for Stable Diffusion XL as `clip_l` and `clip_g`.
 *
 * @param name how prompts write the word; the file's name where it is missing
 * @throws EngineError `bad-model` naming the file that holds none.
 */
export async function readWord(file: string, name?: string): Promise<LearnedWord> {
  const label = path.basename(file);
  const tensors = await readSafetensors(file, label);
  const stored = tensors.has('clip_l')
    ? [tensors.get('clip_l'), tensors.get('clip_g')]
    : [tensors.get('emb_params') ?? (tensors.size === 1 ? [...tensors.values()][0] : undefined)];
  const vectors = stored.filter((tensor) => tensor !== undefined).map(asRows);
  const isWord = ({ dims }: FloatTensor) =>
    dims.length === 2 && dims[0]! > 0 && dims[0]! <= MOST_VECTORS;
  if (vectors.length === 0 || !vectors.every(isWord)) {
    throw new EngineError('bad-model', `${label} holds no learned word.`, label);
  }
  return { name: name ?? path.basename(file, ENDING), file: label, vectors };
}

function asRows({ data, dims }: FloatTensor): FloatTensor {
  return { data, dims: dims.length === 1 ? [1, dims[0]!] : dims };
}
