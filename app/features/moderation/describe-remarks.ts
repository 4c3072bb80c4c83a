import type { ClassWork } from './list-moderation.server.ts';

const REASONS: Record<string, string> = {
  prompt: 'Blocked for words of the prompt.',
  negativePrompt: 'Blocked for words of the negative prompt.',
  porn: 'Held: it may show sex.',
  hentai: 'Held: it may be a sexual drawing.',
  sexy: 'Held: it may show much skin.',
  blank: 'Held: the picture came out empty.',
  noise: 'Held: the picture came out as noise.',
  saturated: 'Held: the picture came out in glaring colours alone.',
};
const PASSED = new Set(['pass', 'allow']);
const FAULT = 'Held: Easel could not check this picture.';

const DONE: Record<string, (name: string) => string> = {
  approve: (name) => `${name} approved this`,
  'keep-held': (name) => `${name} kept this held`,
  remove: (name) => `${name} removed this`,
};

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
  const name = reviewer?.displayName ?? 'A teacher';
  const done = DONE[decision]?.(name) ?? `${name} ${decision}`;
  return reason ? `${done}: ${reason}` : done;
}
