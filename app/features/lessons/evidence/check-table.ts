import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';

/** Takes a table of which every row has a picture: rows and pictures are counted, and must be equal. */
export function checkTable(made: LogEntry[], rows: number): string {
  const table = findNewestTable(made);
  const missing = Array.from({ length: rows }, (_, at) => at).filter(
    (at) => !table.some(({ gridColumn }) => gridColumn === at),
  );
  if (table.length === 0 || missing.length > 0)
    throw new EvidenceError(
      'too-few-pictures',
      table.length === 0
        ? 'Draw your table first.'
        : `${rows - missing.length} of ${rows} rows have a picture. Missing: row ${missing.map((at) => at + 1).join(', ')}.`,
    );
  return `${rows} rows, ${rows} pictures.`;
}

interface CheckReplayOptions {
  /** The step whose table was drawn again. */
  stepId: string;
  log: LogEntry[];
}

/**
 * Takes a table that was drawn again with the same settings and seeds and came out the same: the SHA-256 of each
 * picture is that of its row's first one.
 */
export function checkReplay(made: LogEntry[], { stepId, log }: CheckReplayOptions): string {
  const first = findNewestTable(
    log.filter(
      (entry) => entry.stepId === stepId && (entry.state === 'finished' || entry.state === 'held'),
    ),
  );
  const again = findNewestTable(made);
  const pairs = first.map((entry) => ({
    entry,
    replayed: again.find((one) => keyOf(one) === keyOf(entry)),
  }));
  const done = pairs.filter(({ replayed }) => replayed).length;
  if (done === 0 || done < pairs.length)
    throw new EvidenceError(
      'too-few-pictures',
      `${done} of ${pairs.length} rows have been drawn again.`,
    );
  // Nobody has looked at a held picture yet, so it can't be compared.
  const hashes = pairs
    .map(({ entry, replayed }) => [entry, replayed].map((one) => one?.pictures[0]?.sha256))
    .filter(([one, other]) => one && other);
  const differing = hashes.filter(([one, other]) => one !== other).length;
  if (differing > 0)
    throw new EvidenceError(
      'other-hashes',
      `${differing} of ${hashes.length} pictures came out different.`,
    );
  return `${hashes.length} of ${pairs.length} pictures are the same, byte by byte.`;
}

function keyOf(entry: LogEntry): string {
  return `${entry.gridColumn} ${entry.seed} ${settingsKey(entry)}`;
}

/** The pictures of the table that was asked for last. */
function findNewestTable(entries: LogEntry[]): LogEntry[] {
  const gridId = entries.findLast((entry) => entry.gridId)?.gridId;
  return gridId ? entries.filter((entry) => entry.gridId === gridId) : [];
}
