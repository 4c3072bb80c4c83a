import type { Prisma } from '#prisma/generated/client.ts';

/** The gate's name in a verdict that a person gave. */
export const PERSON = 'person';

/**
 * What waits for a teacher: held and not looked at, flagged, or asked to be reviewed. A picture that followed
 * the typing was shown to nobody and has made way for the next.
 */
export const needsALook: Prisma.GenerationWhereInput = {
  OR: [
    { state: 'held', isLive: false, verdicts: { none: { gate: PERSON } } },
    { pictures: { some: { state: { not: 'removed' }, flags: { some: { resolvedAt: null } } } } },
    { verdicts: { some: { appealedAt: { not: null }, resolvedAt: null } } },
  ],
};
