import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS, attackPicture, measurePsnr } from '#tests/watermark/measure-mark.ts';
import type { RgbImage } from '../contract/request.ts';
import { decodeImage } from '../image/image-file.ts';
import { detectMark } from './detect-mark.ts';
import { markPicture } from './mark-picture.ts';

const LESSONS = new URL('../../../lessons/', import.meta.url).pathname;
/** Control pictures: line art that no model drew, too flat to hold the mark. */
const NOT_DRAWN = ['sketch.png', 'lines.png'];
/** Pictures that the starter model drew for the lessons; they carry no mark. */
let pictures: RgbImage[];
beforeAll(async () => {
  const entries = await readdir(LESSONS, { recursive: true });
  const files = entries
    .filter((file) => file.endsWith('.png') && !NOT_DRAWN.includes(path.basename(file)))
    .toSorted();
  expect(files.length).toBeGreaterThan(10);
  const bytes = await Promise.all(files.map((file) => readFile(path.join(LESSONS, file))));
  pictures = await Promise.all(bytes.map((file) => decodeImage(file, 'lesson')));
});

function flat(level: number): RgbImage {
  return { widthPx: 128, heightPx: 96, data: new Uint8Array(128 * 96 * 3).fill(level) };
}

describe.each(ATTACKS)('$name', (attack) => {
  test('the mark is found, and not where there is none', async () => {
    for (const picture of pictures) {
      const unmarked = detectMark(await attackPicture(picture, attack));
      expect(unmarked.isMarked).toBe(false);
      const marked = detectMark(await attackPicture(markPicture(picture), attack));
      expect(marked.isMarked).toBe(true);
    }
  });
});

test('the mark is too faint to be seen', () => {
  for (const picture of pictures) {
    expect(measurePsnr(picture, markPicture(picture))).toBeGreaterThan(40);
  }
});

test('one colour carries it too, but not pure black before it is marked', () => {
  expect(detectMark(flat(0))).toEqual({ isMarked: false, score: 0 });
  expect(detectMark(flat(128)).isMarked).toBe(false);
  for (const level of [0, 128, 255])
    expect(detectMark(markPicture(flat(level))).isMarked).toBe(true);
});

test('pixels that were kept keep their bytes', () => {
  const before = pictures[0]!;
  const changed = before.data.map((value, i) => (i < before.data.length / 2 ? value : 255 - value));
  const marked = markPicture({ ...before, data: changed }, before);
  const half = before.data.length / 2;
  expect(marked.data.slice(0, half)).toEqual(before.data.slice(0, half));
  expect(marked.data.slice(half)).not.toEqual(changed.slice(half));
});
