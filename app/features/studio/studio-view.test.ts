import { expect, it } from 'vitest';
import { emptyDraft } from './draft.ts';
import { largerView, viewOf } from './studio-view.ts';

const empty = emptyDraft({
  id: 'starter',
  sidePx: 128,
  defaults: { steps: 20, guidance: 4, sampler: 'dpmpp_2m' },
});

it('shows as much as the settings of a picture need', () => {
  expect(viewOf(empty)).toBe('words');
  expect(viewOf({ ...empty, seed: '7' })).toBe('weights');
  expect(viewOf({ ...empty, negativePrompt: 'fog' })).toBe('weights');
  for (const input of ['startPictureId', 'mask', 'control'] as const) {
    expect(viewOf({ ...empty, seed: '7', [input]: 'generation:1' })).toBe('everything');
  }
});

it('keeps the larger of what is chosen and what is needed', () => {
  expect(largerView('words', 'weights')).toBe('weights');
  expect(largerView('everything', 'weights')).toBe('everything');
});
