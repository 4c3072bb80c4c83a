import { parse } from 'csv-parse/sync';
import { foldUsername, usernameField } from '#app/features/accounts/account-fields.ts';

const MAX_LINES = 200;
const MAX_NAME = 60;
/** Leaves room for a number. */
const MAX_MADE_USERNAME = 28;
const UNCLEAR_COLUMNS =
  'More than one column, and the first line does not say which is which: name and username.';

/** One line of a roster, read: a student to be made, or what is wrong with it. */
export interface RosterLine {
  /** Counted from 1, as an editor shows it. */
  line: number;
  /** As it was written. */
  text: string;
  displayName: string;
  username: string;
  /** Made from the name, so another one may be made where it is taken. */
  isUsernameMade: boolean;
  error: string | null;
}

export interface ReadRoster {
  lines: RosterLine[];
  /** What is wrong with the roster as a whole. */
  error: string | null;
}

interface Record {
  info: { lines: number };
  record: string[];
}

/**
 * Reads a pasted or uploaded roster: one name a line, a CSV with the columns `username` and `name`, or
 * OneRoster 1.1 `users.csv` (`role`, `status`, `username`, `givenName`, `familyName`), of which the active
 * students are taken. A name without a username gets one made of its letters.
 */
export function readRoster(text: string): ReadRoster {
  let records: Record[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', ';', '\t'],
    }) as unknown as Record[];
  } catch (error) {
    return { lines: [], error: `This is no CSV: ${(error as Error).message}` };
  }
  if (records.length === 0) return { lines: [], error: 'There is no name in it.' };
  if (records.length > MAX_LINES)
    return { lines: [], error: `A roster has at most ${MAX_LINES} lines at once.` };
  const header = (records[0]?.record ?? []).map((name) => name.toLowerCase());
  const hasHeader = header.includes('username') || header.includes('name');
  const rows = hasHeader ? records.slice(1) : records;
  const taken = new Set<string>();
  const lines = rows.flatMap(({ info, record }): RosterLine[] => {
    const cell = (name: string) => record[header.indexOf(name)] ?? '';
    if (hasHeader && !isActiveStudent(header, cell)) return [];
    const found = hasHeader ? readColumns(cell) : { displayName: record[0] ?? '', username: '' };
    const line = { line: info.lines, text: record.join(', '), ...found };
    const isUnclear = !hasHeader && record.length > 1;
    return [
      isUnclear
        ? { ...line, isUsernameMade: true, error: UNCLEAR_COLUMNS }
        : checkLine(line, taken),
    ];
  });
  return { lines, error: lines.length === 0 ? 'There is no active student in it.' : null };
}

function isActiveStudent(header: string[], cell: (name: string) => string): boolean {
  const role = cell('role').toLowerCase();
  const status = cell('status').toLowerCase();
  return (
    (!header.includes('role') || role === 'student') &&
    (!header.includes('status') || status === '' || status === 'active')
  );
}

function readColumns(cell: (name: string) => string): { displayName: string; username: string } {
  const fullName = `${cell('givenname')} ${cell('familyname')}`.trim();
  const username = cell('username');
  return { displayName: cell('name') || fullName || username, username };
}

function checkLine(
  line: Omit<RosterLine, 'error' | 'isUsernameMade'>,
  taken: Set<string>,
): RosterLine {
  const displayName = line.displayName.normalize('NFC');
  const isUsernameMade = line.username === '';
  const wanted = isUsernameMade ? makeUsername(displayName) : line.username;
  const parsed = usernameField.safeParse(wanted);
  const username = parsed.success ? foldUsername(parsed.data) : wanted;
  const read = { ...line, displayName, username, isUsernameMade };
  if (!displayName) return { ...read, error: 'There is no name on this line.' };
  if (displayName.length > MAX_NAME)
    return { ...read, error: `A name has at most ${MAX_NAME} characters.` };
  if (!parsed.success) return { ...read, error: parsed.error.issues[0]!.message };
  if (!isUsernameMade && taken.has(username))
    return { ...read, error: `The username ${username} stands on an earlier line too.` };
  taken.add(username);
  return { ...read, error: null };
}

function makeUsername(displayName: string): string {
  const letters = displayName.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return letters.length < 3 ? `${letters}-1` : letters.slice(0, MAX_MADE_USERNAME);
}
