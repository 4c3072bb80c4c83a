import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { assertDiskSpace } from './disk-space.ts';
import { isWanted } from './hub-files.ts';
import { giveAttention } from './give-attention.ts';
import { writeRecord } from './record.ts';

interface AddOptions {
  /** Also makes the attention maps of its UNet outputs, for heatmaps of words. */
  withAttention?: boolean;
}

/**
 * Copies a diffusers ONNX folder into `modelsDir`, under its own name: the files that the engine
 * reads and no others. Returns the new folder.
 *
 * @throws EngineError naming the file that is missing or broken, the name that is taken, or a UNet
 *   without attention maps where they were asked for
 */
export async function addModel(
  source: string,
  modelsDir: string,
  { withAttention = false }: AddOptions = {},
): Promise<string> {
  await readManifest(source);
  const name = path.basename(path.resolve(source));
  const target = path.join(modelsDir, name);
  if (!/^[\w][\w.-]*$/.test(name)) {
    const message = 'A model folder is named with letters, digits, points, dashes and underscores.';
    throw new EngineError('bad-request', message, name);
  }
  const isTaken = await stat(target).then(
    () => true,
    () => false,
  );
  if (isTaken)
    throw new EngineError('bad-request', `There is already a model named ${name}.`, name);
  const files = await listModelFiles(source);
  const sizes = await Promise.all(files.map((file) => stat(path.join(source, file))));
  const staging = path.join(modelsDir, `.adding-${name}`);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  await assertDiskSpace(
    staging,
    sizes.reduce((sum, { size }) => sum + size, 0),
  );
  for (const file of files) {
    await mkdir(path.dirname(path.join(staging, file)), { recursive: true });
    await copyFile(path.join(source, file), path.join(staging, file));
  }
  if (withAttention) await giveAttention(staging, name);
  await writeRecord(staging, 'added from a folder', files.filter(isRecorded));
  await rename(staging, target);
  return target;
}

async function listModelFiles(source: string): Promise<string[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => isRecorded(file) || file === 'latent_rgb.json');
}

function isRecorded(file: string): boolean {
  return isWanted(file) || file === 'easel.json';
}
