import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../contract/errors.ts';
import { readLoraTags } from '../prompt/prompt.ts';
import type { LoraChoice } from './merge-loras.ts';

const FOLDER = 'loras';
const ENDING = '.safetensors';

/**
 * The files of the LoRAs that a prompt names as `<lora:ink:0.8>`, from the `loras` of a model's
 * folder. One that is named twice acts with both strengths, as in WebUI.
 *
 * @throws EngineError `bad-request` naming the LoRA that is not there, and those that are
 */
export async function findLoras(dir: string, prompt: string): Promise<LoraChoice[]> {
  const tags = readLoraTags(prompt);
  if (tags.length === 0) return [];
  const there = await listLoras(dir);
  return tags.map(({ name, strength }) => {
    if (!there.includes(name)) throw missing(name, there);
    return { name, file: path.join(dir, FOLDER, name + ENDING), strength };
  });
}

/** The names of the LoRAs that lie in a model's folder. */
async function listLoras(dir: string): Promise<string[]> {
  const files = await readdir(path.join(dir, FOLDER)).catch(() => []);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => path.basename(file, ENDING))
    .sort();
}

/**
 * @throws EngineError `bad-request` where a prompt names a LoRA that is not merged into the model
 *   with that strength: it would be left out silently
 */
export function assertMerged(
  prompt: string,
  merged: ReadonlyArray<Pick<LoraChoice, 'name' | 'strength'>>,
): void {
  const names = merged.map(({ name }) => name);
  for (const { name, strength } of readLoraTags(prompt)) {
    const isMerged = merged.some((lora) => lora.name === name && lora.strength === strength);
    if (!isMerged) throw missing(name, names);
  }
}

function missing(name: string, there: readonly string[]): EngineError {
  const others = there.length > 0 ? `It has: ${there.join(', ')}.` : 'It has none.';
  const message = `This model has no LoRA "${name}". ${others}`;
  return new EngineError('bad-request', message, 'prompt');
}
