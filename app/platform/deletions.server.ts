import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { dataPath } from './env.server.ts';

const deletionSchema = z.discriminatedUnion('what', [
  /** A student's account with all that is theirs. */
  z.object({ what: z.literal('student'), userId: z.string().uuid(), at: z.string().datetime() }),
  /** What one student made in one class. */
  z.object({
    what: z.literal('work'),
    userId: z.string().uuid(),
    classId: z.string().uuid(),
    at: z.string().datetime(),
  }),
  /** What everybody made in one class. */
  z.object({ what: z.literal('class'), classId: z.string().uuid(), at: z.string().datetime() }),
]);

export type Deletion = z.output<typeof deletionSchema>;
type Deleted = Deletion extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'at'>
    : never
  : never;

/**
 * The list of what was deleted, by ids and time, one JSON object a line. It lies beside the database, not in it:
 * an older backup brings the deleted back, and this list deletes them again.
 */
export const DELETIONS_FILE = 'deletions.jsonl';

export function deletionsFile(): string {
  return dataPath(DELETIONS_FILE);
}

/** Puts a deletion on the list, after its commit. */
export async function listDeletion(deleted: Deleted): Promise<void> {
  await addDeletions([{ ...deleted, at: new Date().toISOString() } as Deletion], deletionsFile());
}

/** Adds deletions to a list; those that stand on it are not added again. */
export async function addDeletions(deletions: Deletion[], file: string): Promise<void> {
  const known = new Set((await readDeletions(file)).map((each) => JSON.stringify(each)));
  const lines = deletions.map((each) => JSON.stringify(each)).filter((line) => !known.has(line));
  if (lines.length === 0) return;
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, lines.map((line) => `${line}\n`).join(''));
}

/** The deletions on a list, the oldest first; none where there is no list. Throws where a line can't be read. */
export async function readDeletions(file: string = deletionsFile()): Promise<Deletion[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => deletionSchema.parse(JSON.parse(line)))
    .sort((a, b) => a.at.localeCompare(b.at));
}
