import { expect, it } from 'vitest';
import type { GenerateActivity } from '#lessons/schema.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';
import { checkPictures } from './check-pictures.ts';
import { measureCloseness } from './measure-closeness.ts';

const activity: GenerateActivity = {
  kind: 'generate',
  task: [],
  pictures: 1,
  vary: ['prompt'],
  negativePrompt: '',
  steps: 20,
  guidance: 4,
  sampler: 'dpmpp-2m',
};

let made = 0;
function entry(over: Partial<LogEntry>): LogEntry {
  return {
    id: `picture-${made++}`,
    stepId: 'step',
    state: 'finished',
    prompt: 'golden castle, in a forest',
    dialect: 'classroom',
    negativePrompt: '',
    seed: 6n,
    noiseSource: 'torch-cpu',
    steps: 20,
    guidance: 4,
    sampler: 'dpmpp-2m',
    schedule: 'default',
    widthPx: 128,
    heightPx: 128,
    modelId: 'starter',
    mode: 'text-to-image',
    strength: null,
    createdAt: new Date('2026-03-02T12:00:00Z'),
    pictures: [],
    ...over,
  };
}

const check = (over: Partial<GenerateActivity>, log: LogEntry[], since: Date | null = null) =>
  checkPictures({ ...activity, ...over }, { log, since, stepId: 'step', targetPrompt: null });

it('counts weights of one phrase only while all else stays', () => {
  const sweep = [0.4, 0.8, 1.2].map((weight) =>
    entry({ prompt: `golden castle:${weight}, in a forest` }),
  );
  expect(() => check({ weights: 4 }, sweep)).toThrowError('You have 3.');
  const otherSeed = entry({ prompt: 'golden castle:1.6, in a forest', seed: 7n });
  expect(() => check({ weights: 4 }, [...sweep, otherSeed])).toThrowError('You have 3.');
  const otherPhrase = entry({ prompt: 'golden castle:1.6, in a forest:0.5' });
  expect(() => check({ weights: 4 }, [...sweep, otherPhrase])).toThrowError('You have 3.');
  const fourth = entry({ prompt: 'golden castle:1.6, in a forest' });
  expect(check({ weights: 4 }, [...sweep, fourth])).toMatchObject({ kind: 'generate' });
});

it('takes a table only when it is full, from one prompt and one seed', () => {
  const table = { gridSteps: [4, 20], gridGuidance: [1, 4] };
  const cells = [1, 4].flatMap((guidance) => [4, 20].map((steps) => entry({ steps, guidance })));
  expect(check(table, cells)).toMatchObject({ kind: 'generate' });
  const holed = [...cells.slice(0, 3), entry({ steps: 20, guidance: 4, seed: 9n })];
  expect(() => check(table, holed)).toThrowError('Your table has gaps.');
});

it('counts what was made after the prediction, in this step, and not refused', () => {
  const predictedAt = new Date('2026-03-02T12:00:30Z');
  const log = [
    entry({}),
    entry({ createdAt: new Date('2026-03-02T12:01:00Z'), seed: 7n }),
    entry({ createdAt: new Date('2026-03-02T12:01:00Z'), seed: 8n, state: 'held' }),
    entry({ createdAt: new Date('2026-03-02T12:01:00Z'), seed: 9n, state: 'blocked' }),
    entry({ createdAt: new Date('2026-03-02T12:01:00Z'), seed: 10n, stepId: 'other' }),
  ];
  expect(check({ pictures: 2 }, log, predictedAt)).toMatchObject({
    generationIds: [log[1]?.id, log[2]?.id],
  });
  expect(() => check({ pictures: 3 }, log, predictedAt)).toThrowError('You have 2 of 3');
});

it('measures how much of a secret prompt is named, small words left out', () => {
  const target = 'a red house, in the snow, at sunset';
  expect(measureCloseness('a house', target)).toBe(0.25);
  expect(measureCloseness('in the on at a', target)).toBe(0);
  expect(measureCloseness('SUNSET over snow and a red house', target)).toBe(1);
});
