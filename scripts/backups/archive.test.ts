import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createArchive } from './archive.ts';

it('tells whoever adds an entry why the archive can’t be written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'easel-archive-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'taken.tar.gz');
  await writeFile(file, 'another backup');
  const archive = createArchive(file);
  const adding = async () => {
    // More than any buffer between here and the file holds.
    for (let n = 0; n < 100; n++) await archive.add(`${n}`, randomBytes(100_000));
  };
  await expect(adding()).rejects.toThrow('EEXIST');
});
