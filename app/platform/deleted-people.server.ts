import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from './env.server.ts';

/**
 * The list of deleted people, by id and day. It lies beside the database, not in it: whoever restores an older
 * backup brings them back, and this list deletes them again.
 */
export function deletedPeopleFile(): string {
  return dataPath('deleted-people.txt');
}

/** Adds people to the list; whoever stands on it already is not added again. */
export async function listAsDeleted(userIds: string[]): Promise<void> {
  const known = new Set(await readDeletedPeople());
  const day = new Date().toISOString().slice(0, 10);
  const lines = userIds.filter((id) => !known.has(id)).map((id) => `${id} ${day}\n`);
  if (lines.length === 0) return;
  await mkdir(path.dirname(deletedPeopleFile()), { recursive: true });
  await appendFile(deletedPeopleFile(), lines.join(''));
}

/** The ids on a list; none where there is no list. */
export async function readDeletedPeople(file: string = deletedPeopleFile()): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => line.split(' ')[0] || []);
}
