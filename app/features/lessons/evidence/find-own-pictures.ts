import { EvidenceError } from '../evidence-error.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';

interface FindOwnPicturesOptions {
  /** The student's own log of this lesson: an id that is not in it is somebody else's. */
  log: LogEntry[];
  ids: string[];
  stepIds: string[];
}

/** The finished generations that a form points at, each proven to be the student's, from these steps. */
export function findOwnPictures({ log, ids, stepIds }: FindOwnPicturesOptions): LogEntry[] {
  return [...new Set(ids)].map((id) => {
    const entry = log.find(
      (one) => one.id === id && one.stepId !== null && stepIds.includes(one.stepId),
    );
    if (!entry || entry.pictures.length === 0)
      throw new EvidenceError(
        'not-your-picture',
        'Point at pictures that you made yourself in this lesson.',
        'pictures',
      );
    return entry;
  });
}
