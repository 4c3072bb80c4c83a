import { describe, expect, it } from 'vitest';
import { findDifferingFields, settingsKey } from './find-differing-fields.ts';
import type { ComparedGeneration } from './find-differing-fields.ts';
import { findDifferingPhrases } from './find-differing-phrases.ts';

const base: ComparedGeneration = {
  prompt: 'a red house, in the snow',
  dialect: 'classroom',
  negativePrompt: '',
  seed: 7n,
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
};

describe('findDifferingFields', () => {
  it.each([
    ['prompt', { prompt: 'a red house, in a forest' }],
    ['weights', { prompt: 'a red house, in the snow:0.5' }],
    ['negativePrompt', { negativePrompt: 'red' }],
    ['steps', { steps: 5 }],
    ['guidance', { guidance: 8 }],
    ['sampler', { sampler: 'euler' }],
    ['sampler', { schedule: 'karras' }],
    ['size', { widthPx: 192 }],
    ['modelId', { modelId: 'other' }],
    ['strength', { strength: 0.5 }],
    ['seed', { seed: 8n }],
  ])('finds %s alone, and calls it controlled', (field, change) => {
    const { differing, controlled } = findDifferingFields([base], [{ ...base, ...change }]);
    expect(differing).toEqual([field]);
    expect(controlled).toBe(true);
  });

  it('is not controlled where two fields differ', () => {
    const other = { ...base, steps: 5, prompt: 'a tree' };
    expect(findDifferingFields([base], [other])).toMatchObject({
      differing: ['prompt', 'steps'],
      controlled: false,
    });
  });

  it('is not controlled where nothing differs', () => {
    const { differing, controlled } = findDifferingFields([base], [{ ...base }]);
    expect({ differing, controlled }).toEqual({ differing: [], controlled: false });
  });

  it('sees other seeds beside the change', () => {
    const side = (prompt: string, seeds: bigint[]) =>
      seeds.map((seed) => ({ ...base, prompt, seed }));
    const fair = findDifferingFields(side('a tree', [1n, 2n, 3n]), side('a house', [3n, 2n, 1n]));
    expect(fair).toMatchObject({ differing: ['prompt'], sharedSeeds: [1n, 2n, 3n] });
    const unfair = findDifferingFields(side('a tree', [1n, 2n]), side('a house', [2n, 3n]));
    expect(unfair).toMatchObject({ differing: ['prompt', 'seed'], controlled: false });
  });

  it('sees a side that is mixed within itself', () => {
    const mixed = [base, { ...base, seed: 8n, steps: 5 }];
    const right = mixed.map((one) => ({ ...one, negativePrompt: 'red' }));
    expect(findDifferingFields(mixed, right).differing).toEqual(['negativePrompt', 'steps']);
  });

  describe('of a learned word', () => {
    const taught = (prompt: string, file?: string) => ({
      ...base,
      prompt,
      concepts: file
        ? [{ conceptId: 'c', name: 'zorp', kind: 'word', sha256: file, strength: 1 }]
        : [],
    });
    const differing = (...sides: ComparedGeneration[]) =>
      findDifferingFields(sides.slice(0, 1), sides.slice(1)).differing;

    it('finds that it was taught between two pictures, or taught in another way', () => {
      expect(differing(taught('a <zorp>'), taught('a <zorp>', 'one'))).toEqual(['learned']);
      expect(differing(taught('a <zorp>', 'one'), taught('a <zorp>', 'two'))).toEqual(['learned']);
      expect(differing(taught('a <zorp>', 'one'), taught('a <Zorp>', 'one'))).toEqual([]);
      expect(settingsKey(taught('a <zorp>'))).not.toBe(settingsKey(taught('a <zorp>', 'one')));
    });

    it('counts a word that one prompt alone names once, as the prompt', () => {
      expect(differing(taught('a house'), taught('a <zorp>', 'one'))).toEqual(['prompt']);
    });
  });

  it('reads two ways of writing one prompt as the same', () => {
    const other = { ...base, prompt: '  A red house,in the snow ' };
    expect(findDifferingFields([base], [other]).differing).toEqual([]);
    expect(settingsKey(other)).toBe(settingsKey({ ...base, seed: 99n }));
  });
});

describe('findDifferingPhrases', () => {
  const count = (before: string, after: string) =>
    findDifferingPhrases(
      { prompt: before, dialect: 'classroom' },
      { prompt: after, dialect: 'classroom' },
    );

  it('counts a phrase that is taken away, added or replaced once', () => {
    expect(count('a house, in the snow, at night', 'a house, at night')).toEqual({
      removed: ['in the snow'],
      added: [],
      count: 1,
    });
    expect(count('a house, at night', 'a house, at sunset').count).toBe(1);
    expect(count('a house', 'a house, at night, dramatic').count).toBe(2);
  });

  it('counts a changed weight and not a changed order', () => {
    expect(count('grey cat, on a beach', 'On a beach, grey cat').count).toBe(0);
    expect(count('grey cat, on a beach', 'grey cat:0.7, on a beach').added).toEqual([
      'grey cat:0.7',
    ]);
  });
});
