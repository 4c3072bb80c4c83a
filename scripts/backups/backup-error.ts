/** A backup or a restore that can't be, with the sentence for whoever asked. */
export class BackupError extends Error {
  override name = 'BackupError';
}

const SENTENCES: Record<string, string> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'There is no room left for this user on the disk.',
  EFBIG: 'The file may grow no larger here.',
  EACCES: 'A file or folder may not be read or written by this user.',
  EROFS: 'The disk can only be read.',
  Z_DATA_ERROR: 'The file is damaged, or not a backup of Easel. Use another backup.',
  Z_BUF_ERROR: 'The file is not complete: its end is missing. Use another backup.',
  '42501': 'The role in DATABASE_URL may not do this: a restore needs a superuser of PostgreSQL.',
  '53100': 'The disk of the database is full.',
  ABORT_ERR: 'Stopped.',
};

/** One sentence on what went wrong; what nobody expected keeps its own words. */
export function sayFailure(error: unknown): string {
  if (error instanceof BackupError) return error.message;
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path) return `There is no ${path}.`;
  if (code === 'EEXIST' && path) return `${path} is there already. Choose another name.`;
  if (code && SENTENCES[code]) return path ? `${SENTENCES[code]} (${path})` : SENTENCES[code];
  if (/Unexpected end of data/.test(message)) return SENTENCES.Z_BUF_ERROR!;
  if (/Invalid tar header/.test(message)) return SENTENCES.Z_DATA_ERROR!;
  return message;
}
