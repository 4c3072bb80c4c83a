import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { readArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import {
  anyFormatSchema,
  FILE_ENTRY,
  FORMAT,
  MANIFEST,
  manifestSchema,
  TABLE_ENTRY,
} from './manifest.ts';
import type { Manifest } from './manifest.ts';

const NEWER =
  'This backup was made by a newer Easel. Bring this Easel up to date, then restore it.';

/**
 * Reads a backup from end to end, hashes each of its entries, and returns its manifest. Writes nothing. Throws a
 * BackupError where it is cut off, damaged, not a backup, or made by a newer Easel.
 */
export async function checkBackup(
  file: string,
  options: { onRead?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  let text: string | null = null;
  for await (const { name, bytes } of readArchive(file, options)) {
    if (name === MANIFEST) text = bytes.toString();
    else if (TABLE_ENTRY.test(name) || FILE_ENTRY.test(name))
      found.set(name, {
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    else throw new BackupError(`${file} is not a backup of Easel: it holds “${name}”.`);
  }
  if (text === null)
    throw new BackupError(`${file} is not complete: its end is missing. Use another backup.`);
  const manifest = await readManifest(text, file);
  for (const [name, wanted] of Object.entries(manifest.entries))
    if (found.get(name)?.sha256 !== wanted.sha256)
      throw new BackupError(
        `${file} is damaged: “${name}” in it is not as it was packed. Use another backup.`,
      );
  if (found.size !== Object.keys(manifest.entries).length)
    throw new BackupError(`${file} is damaged: its manifest doesn't name all of its entries.`);
  return manifest;
}

async function readManifest(text: string, file: string): Promise<Manifest> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new BackupError(`${file} is damaged: its manifest can't be read. Use another backup.`);
  }
  const { data: any } = anyFormatSchema.safeParse(content);
  if (any && any.format > FORMAT) throw new BackupError(NEWER);
  const read = manifestSchema.safeParse(content);
  if (!read.success)
    throw new BackupError(`${file} is damaged: its manifest can't be read. Use another backup.`);
  const known = await readdir('prisma/migrations');
  if (read.data.migrations.some((name) => !known.includes(name))) throw new BackupError(NEWER);
  return read.data;
}
