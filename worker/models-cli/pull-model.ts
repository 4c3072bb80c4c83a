import { access as canAccess, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogEntry } from '#models/catalog.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { assertDiskSpace } from './disk-space.ts';
import { downloadFile } from './download-file.ts';
import type { DownloadOptions } from './download-file.ts';
import { sizeOf } from './file-sum.ts';
import { hubFileUrl, listHubFiles } from './hub-files.ts';
import type { HubFile } from './hub-files.ts';
import { writeRecord } from './record.ts';

export interface PullOptions extends Pick<DownloadOptions, 'access' | 'signal' | 'wait'> {
  modelsDir: string;
  onProgress?: (doneBytes: number, totalBytes: number, file: string) => void;
}

/**
 * Pulls a model of the catalog from the hub into `modelsDir/ID`. Until all of it is there and
 * checked it lies in `modelsDir/.pulling-ID`, from where a later pull goes on. Returns the folder.
 *
 * @throws EngineError naming what is at fault: the hub, the disk, or a file of the model
 */
export async function pullModel(entry: CatalogEntry, options: PullOptions): Promise<string> {
  const { modelsDir, access } = options;
  const target = path.join(modelsDir, entry.id);
  await assertAbsent(target, entry.id);
  const { commit, files } = await listHubFiles(access, entry.repository, entry.revision);
  if (!files.some((file) => file.path === 'unet/model.onnx')) {
    const message = `${entry.repository} holds no Stable Diffusion model as ONNX files.`;
    throw new EngineError('bad-model', message, entry.id);
  }
  const staging = path.join(modelsDir, `.pulling-${entry.id}`);
  await mkdir(staging, { recursive: true });
  await downloadAll(entry, commit, files, staging, options);
  const added = await complete(entry, staging);
  await readManifest(staging);
  const names = [...new Set([...files.map((file) => file.path), ...added])];
  await writeRecord(staging, `${entry.repository}@${commit}`, names);
  await rename(staging, target);
  return target;
}

async function downloadAll(
  entry: CatalogEntry,
  commit: string,
  files: HubFile[],
  staging: string,
  { access, signal, wait, onProgress }: PullOptions,
): Promise<void> {
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const here = await Promise.all(
    files.map(async ({ path: name, sizeBytes }) => {
      const place = path.join(staging, name);
      const done = (await sizeOf(place)) === sizeBytes;
      return { done, bytes: done ? sizeBytes : ((await sizeOf(`${place}.part`)) ?? 0) };
    }),
  );
  await assertDiskSpace(staging, total - here.reduce((sum, { bytes }) => sum + bytes, 0));
  let finishedBytes = 0;
  for (const [index, file] of files.entries()) {
    if (!here[index]?.done) {
      const url = hubFileUrl(access, entry.repository, commit, file.path);
      const onBytes = (bytes: number) => onProgress?.(finishedBytes + bytes, total, file.path);
      await downloadFile(url, path.join(staging, file.path), file, {
        access,
        signal,
        wait,
        onBytes,
      });
    }
    finishedBytes += file.sizeBytes;
    onProgress?.(finishedBytes, total, file.path);
  }
}

/** Adds the JSON files that the export lacks, and the settings that suit the model. */
async function complete(entry: CatalogEntry, staging: string): Promise<string[]> {
  const settings = { name: entry.name, defaults: entry.defaults };
  const added: string[] = [];
  for (const [name, content] of Object.entries({ ...entry.completedBy, 'easel.json': settings })) {
    const place = path.join(staging, name);
    if ((await sizeOf(place)) !== undefined && name !== 'easel.json') continue;
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, `${JSON.stringify(content, null, 2)}\n`);
    added.push(name);
  }
  return added;
}

async function assertAbsent(target: string, id: string): Promise<void> {
  const exists = await canAccess(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new EngineError('bad-request', `There is already a model at ${target}.`, id);
}
