import type { PictureReason } from '#worker/moderation/pictures/verdict.ts';

/** The broken gates of `gates/`, and the reason for which each holds every picture. */
export const GATE_FAULTS: readonly [file: string, reason: PictureReason][] = [
  ['missing', 'not-started'],
  ['truncated', 'not-started'],
  ['corrupt', 'not-started'],
  ['exits', 'not-started'],
  ['no-such-file', 'not-started'],
  ['throws', 'failed'],
  ['nan', 'invalid-answer'],
  ['over-one', 'invalid-answer'],
  ['wrong-shape', 'invalid-answer'],
  ['wrong-picture', 'invalid-answer'],
  ['hangs', 'timeout'],
  ['killed', 'stopped'],
];
