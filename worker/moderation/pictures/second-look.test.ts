import { expect, it } from 'vitest';
import { meanScores, otherViews } from './second-look.ts';

it('shows a picture mirrored, at the size that the classifier sees, and both', async () => {
  // Two pixels side by side, red and blue.
  const picture = { widthPx: 2, heightPx: 1, data: Uint8Array.of(255, 0, 0, 0, 0, 255) };
  const [mirrored, large, both] = await otherViews(picture);
  expect([...mirrored!.data]).toEqual([0, 0, 255, 255, 0, 0]);
  for (const view of [large!, both!])
    expect([view.widthPx, view.heightPx, view.data.length]).toEqual([224, 224, 224 * 224 * 3]);
  expect([...large!.data.subarray(0, 3)]).toEqual([255, 0, 0]);
  expect([...both!.data.subarray(0, 3)]).toEqual([0, 0, 255]);
});

it('takes the mean class by class', () => {
  const drawing = { drawing: 1, hentai: 0, neutral: 0, porn: 0, sexy: 0 };
  const porn = { drawing: 0, hentai: 0, neutral: 0, porn: 1, sexy: 0 };
  expect(meanScores([drawing, porn, porn, drawing])).toEqual({
    drawing: 0.5,
    hentai: 0,
    neutral: 0,
    porn: 0.5,
    sexy: 0,
  });
});
