import type { ClassWork } from './list-moderation.server.ts';

const REASONS: Record<string, string> = {
  prompt: 'Blocked for words of the prompt.',
  negativePrompt: 'Blocked for words of the negative prompt.',
  porn: 'Held: it may show sex.',
  hentai: 'Held: it may be a sexual drawing.',
  sexy: 'Held: it may show much skin.',
};
const PASSED = new Set(['pass', 'allow']);
const FAULT = 'Held: Easel could not check this picture.';

const DONE = { approve: 'approved this', 'keep-held': 'kept this held', remove: 'removed this' };

/** Why a request is before a teacher and what was decided on it, a line each. */
export function describeRemarks({ verdicts, pictures, failure }: ClassWork): string[] {
  return [
    ...verdicts.filter(({ decision }) => !PASSED.has(decision)).map(describeVerdict),
    ...verdicts.flatMap(({ appealedAt, resolvedAt }) =>
      appealedAt && !resolvedAt ? ['The student asks you to look at this.'] : [],
    ),
    ...pictures.flatMap(({ flags }) =>
      flags.map(({ reason }) => `Flagged: ${reason || 'no reason given'}`),
    ),
    ...(failure ? [failure] : []),
  ];
}

function describeVerdict({ gate, decision, reason, reviewer }: ClassWork['verdicts'][number]) {
  if (gate !== 'person') return REASONS[reason] ?? FAULT;
  const done = DONE[decision as keyof typeof DONE] ?? decision;
  return `${reviewer?.displayName ?? 'A teacher'} ${done}${reason && `: ${reason}`}`;
}
