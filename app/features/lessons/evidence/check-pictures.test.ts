import { describe, expect, it } from 'vitest';
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
  strength: '0.6',
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
    modelHash: null,
    parentId: null,
    strength: null,
    startSha256: null,
    maskSha256: null,
    maskBlurPx: null,
    maskContent: null,
    maskArea: null,
    maskPaddingPx: null,
    controls: [],
    hiresScale: null,
    hiresStrength: null,
    upscale: null,
    guidanceRescale: null,
    variationSeed: null,
    variationStrength: null,
    concepts: [],
    gridId: null,
    gridColumn: null,
    startPicture: null,
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

const picture = { id: 'picture', alt: '', sha256: 'a', widthPx: 128, heightPx: 128 };

it('counts strengths of one picture only', () => {
  const begun = { mode: 'image-to-image', parentId: 'parent', startSha256: 'start' };
  const made = [0.2, 0.5, 0.9].map((strength) => entry({ ...begun, strength }));
  expect(check({ strengths: 3 }, made)).toMatchObject({ kind: 'generate' });
  const otherPicture = made.with(2, entry({ ...begun, startSha256: 'other', strength: 0.9 }));
  expect(() => check({ strengths: 3 }, otherPicture)).toThrowError('You have 2.');
  const unlinked = made.map((one) => ({ ...one, parentId: null }));
  expect(() => check({ strengths: 3 }, unlinked)).toThrowError('You have 0.');
});

it('counts prompts under one and the same sketch', () => {
  const controls = (sha256: string) => [{ type: 'scribble', sha256, weight: 1, start: 0, end: 1 }];
  const made = ['a house', 'a castle', 'a tree'].map((prompt) =>
    entry({ prompt, controls: controls('sketch') }),
  );
  expect(check({ prompts: 3 }, made)).toMatchObject({ kind: 'generate' });
  const otherSketch = made.with(2, entry({ prompt: 'a tree', controls: controls('other') }));
  expect(() => check({ prompts: 3 }, otherSketch)).toThrowError('You have 2.');
  const unsteered = made.map((one) => ({ ...one, controls: [] }));
  expect(() => check({ prompts: 3 }, unsteered)).toThrowError('You have 0.');
});

it('counts models that drew one prompt from one seed', () => {
  const made = ['starter', 'inkwell'].map((modelId) => entry({ modelId }));
  expect(check({ models: 2 }, made)).toMatchObject({ kind: 'generate' });
  const otherSeed = made.with(1, entry({ modelId: 'inkwell', seed: 7n }));
  expect(() => check({ models: 2 }, otherSeed)).toThrowError('You have 1.');
});

it('takes a repainted picture only where nothing outside of the mask changed', () => {
  const painted = entry({ maskSha256: 'mask', parentId: 'parent', pictures: [picture] });
  const repaint = (outside: number | undefined) =>
    checkPictures(
      { ...activity, vary: ['mask'] },
      {
        log: [painted],
        since: null,
        stepId: 'step',
        targetPrompt: null,
        outside: new Map(outside === undefined ? [] : [[painted.id, outside]]),
      },
    );
  expect(repaint(0)).toMatchObject({ found: expect.stringContaining('0 of 255') });
  expect(() => repaint(3)).toThrowError('by up to 3 of 255');
  expect(() => repaint(undefined)).toThrowError('Paint over a part');
});

it('measures that an enlarged picture has k times the side of the one before', () => {
  const startPicture = { widthPx: 128, heightPx: 128 };
  const large = entry({ startPicture, pictures: [{ ...picture, widthPx: 256, heightPx: 256 }] });
  expect(check({ enlarge: 2 }, [large])).toMatchObject({
    found: '128 × 128 became 256 × 256: 4 times as many dots.',
  });
  const same = entry({ startPicture, pictures: [picture] });
  expect(() => check({ enlarge: 2 }, [same])).toThrowError('2 times as wide');
});

describe('a table', () => {
  const row = (gridColumn: number, over: Partial<LogEntry> = {}) =>
    entry({
      gridId: 'table',
      gridColumn,
      prompt: `a house ${gridColumn}`,
      pictures: [{ ...picture, sha256: `row ${gridColumn}` }],
      ...over,
    });
  const first = [0, 1, 2].map((column) => row(column));

  it('is done when every row has a picture, and names the rows without', () => {
    expect(check({ rows: 3 }, first)).toMatchObject({ found: '3 rows, 3 pictures.' });
    const failed = first.with(1, row(1, { state: 'failed' }));
    expect(() => check({ rows: 3 }, failed)).toThrowError(
      '2 of 3 rows have a picture. Missing: row 2.',
    );
  });

  it('is replayed where settings, seeds and files are the same', () => {
    const replay = (again: LogEntry[]) => check({ replay: 'rows' }, [...before, ...again]);
    const before = first.map((one) => ({ ...one, stepId: 'rows' }));
    const again = first.map((one) => ({ ...one, gridId: 'again' }));
    expect(replay(again)).toMatchObject({ found: '3 of 3 pictures are the same, byte by byte.' });
    expect(() => replay(again.slice(1))).toThrowError('2 of 3 rows have been drawn again.');
    const otherSeed = again.map((one) => ({ ...one, seed: 7n }));
    expect(() => replay(otherSeed)).toThrowError('0 of 3 rows');
    const otherFile = again.with(0, { ...again[0]!, pictures: [picture] });
    expect(() => replay(otherFile)).toThrowError('1 of 3 pictures came out different.');
  });
});
