import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';

/**
 * Takes a picture that was painted anew inside of a mask and has not changed outside of it. `outside` is what was
 * measured in the stored files, by generation.
 */
export function checkRepaint(made: LogEntry[], outside: Map<string, number> | undefined): string {
  const painted = made.filter(({ maskSha256, parentId }) => maskSha256 && parentId);
  const differences = painted.flatMap(({ id }) => outside?.get(id) ?? []);
  if (differences.length === 0)
    throw new EvidenceError(
      'too-few-pictures',
      'Paint over a part of a picture and draw it anew. It counts when it has been looked at.',
    );
  const largest = Math.min(...differences);
  if (largest > 0)
    throw new EvidenceError(
      'changed-outside',
      `Something outside of the mask changed too, by up to ${largest} of 255.`,
    );
  return 'Outside of your mask not one dot changed: the largest difference is 0 of 255.';
}
