/** When work may be handed in; null where a date is not set. */
export interface DueDates {
  dueAt: Date | null;
  cutoffAt: Date | null;
}

/** The dates as they are for one student: an extension moves the due date, and the cut-off along with it. */
export function datesFor(assignment: DueDates, extendedTo: Date | null): DueDates {
  return {
    dueAt: later(assignment.dueAt, extendedTo),
    cutoffAt: assignment.cutoffAt && later(assignment.cutoffAt, extendedTo),
  };
}

/** Whether work that comes at `now` is late; it is taken all the same until the cut-off. */
export function isLate({ dueAt }: DueDates, now: Date): boolean {
  return dueAt !== null && now > dueAt;
}

/** Whether nothing is taken any more. */
export function isClosed({ cutoffAt }: DueDates, now: Date): boolean {
  return cutoffAt !== null && now > cutoffAt;
}

/** An extension of a date that is not set leaves it unset: there is nothing to be late for. */
function later(date: Date | null, extendedTo: Date | null): Date | null {
  return date && extendedTo && extendedTo > date ? extendedTo : date;
}
