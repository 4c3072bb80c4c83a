import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FILE_ENTRY } from './manifest.ts';

/** The files of a data folder that a backup holds, in the order of their names. Drafts of files are not among them. */
export async function listDataFiles(dataDir: string): Promise<{ name: string; path: string }[]> {
  const names = ['deletions.jsonl'];
  const pictures = path.join(dataDir, 'pictures');
  if (existsSync(pictures))
    for (const folder of (await readdir(pictures)).sort())
      for (const file of (await readdir(path.join(pictures, folder))).sort())
        names.push(`pictures/${folder}/${file}`);
  return names
    .filter((name) => FILE_ENTRY.test(`files/${name}`))
    .map((name) => ({ name, path: path.join(dataDir, name) }))
    .filter((file) => existsSync(file.path));
}
