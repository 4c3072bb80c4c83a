import { expect, test } from 'vitest';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { ANNOTATOR_IDS, annotate } from './annotate.ts';
import { detectCanny } from './canny.ts';

function paint(
  widthPx: number,
  heightPx: number,
  colour: (x: number, y: number, channel: number) => number,
): RgbImage {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      for (let channel = 0; channel < 3; channel++) {
        data[(y * widthPx + x) * 3 + channel] = colour(x, y, channel);
      }
    }
  }
  return { widthPx, heightPx, data };
}

/** Each row as text: '#' where it is white. */
function printRows({ widthPx, heightPx, data }: RgbImage): string[] {
  return Array.from({ length: heightPx }, (_, y) =>
    Array.from({ length: widthPx }, (_, x) =>
      data[(y * widthPx + x) * 3]! > 127 ? '#' : '.',
    ).join(''),
  );
}

const share = ({ data }: RgbImage) => data.filter((value) => value > 127).length / data.length;

/** What OpenCV 4's `Canny(image, 100, 200)` gives for the picture below. */
const OPENCV = [
  '............................',
  '.........######.............',
  '........##......#...........',
  '.......##...#..##...........',
  '......##...#..##............',
  '......#......##...###.......',
  '......#......#..##..#.......',
  '......#.....#......###......',
  '.....#.....##......#.#......',
  '.....##...##......##........',
  '.....#...##......##.........',
  '.....#..##..#...##..#.......',
  '........#..#....#..#........',
  '.............#.##...........',
  '...........##.##............',
  '.........#.#.##..#..........',
];

test('canny finds the edges that OpenCV finds', () => {
  const image = paint(28, 16, (x, y, c) =>
    (x - 13) ** 2 + (y - 8) ** 2 < 60
      ? Math.floor((x * x * (c + 1) + y * y * 3 + x * y * 2) / (2 + c)) % 200
      : 30 * c + x * 2,
  );
  expect(printRows(detectCanny(image))).toEqual(OPENCV);
});

test('canny keeps a weak edge only where a strong one leads to it', () => {
  const fading = (strength: number) =>
    paint(40, 20, (x, y) => (x >= 20 ? 40 + Math.round(strength * (1 - y / 40)) : 40));
  expect(share(detectCanny(fading(35)))).toBe(0);
  expect(share(detectCanny(fading(55)))).toBeCloseTo(1 / 40, 5);
});

const disc = paint(96, 64, (x, y) => (Math.hypot(x - 48, y - 32) < 20 ? 40 : 220));

test.each(ANNOTATOR_IDS)('%s draws the outline of a disc and nothing else', (id) => {
  const drawn = annotate(id, disc);
  expect([drawn.widthPx, drawn.heightPx]).toEqual([96, 64]);
  const rows = printRows(drawn);
  expect(rows[32]!.slice(0, 24)).not.toContain('#');
  expect(rows[32]!.slice(24, 34)).toContain('#');
  expect(rows[32]!.slice(36, 60)).not.toContain('#');
  expect(rows[32]!.slice(62, 72)).toContain('#');
  expect(rows[0]).not.toContain('#');
});

test.each(ANNOTATOR_IDS)('%s leaves a plain picture black and a single pixel alone', (id) => {
  expect(
    share(
      annotate(
        id,
        paint(32, 32, () => 130),
      ),
    ),
  ).toBe(0);
  expect(
    annotate(
      id,
      paint(1, 1, () => 130),
    ).data,
  ).toEqual(new Uint8Array(3));
});

test('a scribble is thicker than the edge that it follows, and leaves dirt out', () => {
  expect(share(annotate('scribble', disc))).toBeGreaterThan(3 * share(annotate('canny', disc)));
  const dirt = paint(64, 64, (x, y) => (Math.hypot(x - 20, y - 20) < 1.5 ? 0 : 255));
  expect(share(annotate('scribble', dirt))).toBe(0);
});
