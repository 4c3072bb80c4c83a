import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from './env.server.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where a stored file lies, for programs that read it themselves. */
export function storedFilePath(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A stored file is named by its SHA-256.');
  return dataPath('pictures', sha256.slice(0, 2), sha256);
}

/**
 * Keeps bytes under their SHA-256 and returns it. The same bytes are kept once; a file is whole or absent,
 * since it is written beside its place, flushed, and renamed.
 */
export async function storeFile(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = storedFilePath(sha256);
  const known = await stat(file).catch(() => null);
  if (known?.size === bytes.byteLength) {
    // As good as new: what clears away forgotten files goes by age.
    await utimes(file, new Date(), new Date());
    return sha256;
  }
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  return sha256;
}

/** Reads a stored file whole. Throws where there is none. */
export function readStoredFile(sha256: string): Promise<Buffer> {
  return readFile(storedFilePath(sha256));
}

/** Removes a stored file; one that is gone already is no fault. */
export async function removeStoredFile(sha256: string): Promise<void> {
  await rm(storedFilePath(sha256), { force: true });
}

/** Every stored file, in the order of their names. */
export async function* listStoredFiles(): AsyncGenerator<{
  sha256: string;
  bytes: number;
  storedAt: Date;
}> {
  const folders = await readdir(dataPath('pictures')).catch(() => []);
  for (const folder of folders.sort())
    for (const name of (await readdir(dataPath('pictures', folder))).sort()) {
      if (!SHA256.test(name)) continue;
      const found = await stat(storedFilePath(name)).catch(() => null);
      if (found) yield { sha256: name, bytes: found.size, storedAt: found.mtime };
    }
}
