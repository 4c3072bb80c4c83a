import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The files that decide what a model draws: graphs, weights, tokenizer, configs. */
const COUNTED = /\.(onnx|onnx_data|safetensors|txt)$|(config|vocab|easel|tokenizer)\.json$/;

/**
 * One SHA-256 (64 hex digits) for a model folder: of each counted file's path and SHA-256, in the
 * order of the paths. Cards and pictures do not change it, nor do LoRAs that only lie there.
 */
export async function hashModelFolder(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && COUNTED.test(entry.name))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.startsWith('loras/'))
    .sort();
  const total = createHash('sha256');
  for (const file of files) total.update(`${file}\0${await hashFile(path.join(dir, file))}\n`);
  return total.digest('hex');
}

/**
 * The hash of a model with what was added to it: unchanged where nothing was, else one SHA-256 of
 * the folder's and of each file's name, SHA-256 and strength, in the order in which they act.
 */
export async function hashWithAdditions(
  folderHash: string,
  additions: ReadonlyArray<{ name: string; file: string; strength: number }>,
): Promise<string> {
  if (additions.length === 0) return folderHash;
  const total = createHash('sha256').update(folderHash);
  for (const { name, file, strength } of additions) {
    total.update(`\n${name}\0${await hashFile(file)}\0${strength}`);
  }
  return total.digest('hex');
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
