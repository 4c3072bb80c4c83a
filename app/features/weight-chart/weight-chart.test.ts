import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import type { GalleryShelf } from '#prisma/generated/enums.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { findWeightChart } from './find-weight-chart.server.ts';
import { measureLabDifference } from './measure-lab-difference.ts';
import { summariseWeights } from './summarise-weights.ts';

const grey = (value: number, sidePx = 8) => ({
  widthPx: sidePx,
  heightPx: sidePx,
  data: new Uint8Array(sidePx * sidePx * 3).fill(value),
});

describe('measureLabDifference', () => {
  const one = (...data: [number, number, number]) => ({
    widthPx: 1,
    heightPx: 1,
    data: Uint8Array.from(data),
  });

  it.each([
    // sRGB red is (53.24, 80.09, 67.20) in CIE Lab, green (87.73, -86.18, 83.18).
    ['black and white', one(0, 0, 0), one(255, 255, 255), 100],
    ['red and green', one(255, 0, 0), one(0, 255, 0), 170.57],
    ['two near greys', one(118, 118, 118), one(123, 123, 123), 2.0],
  ])('finds %s as far apart as CIE Lab has them', (_name, a, b, distance) => {
    expect(measureLabDifference(a, b)).toBeCloseTo(distance, 0);
    expect(measureLabDifference(a, b)).toBe(measureLabDifference(b, a));
    expect(measureLabDifference(a, a)).toBe(0);
  });

  it('is the mean over the places', () => {
    const half = { ...grey(0), data: grey(0).data.map((_, at) => (at < 96 ? 255 : 0)) };
    expect(measureLabDifference(grey(0), half)).toBeCloseTo(50, 1);
    expect(() => measureLabDifference(grey(0), grey(0, 4))).toThrow();
  });
});

it('sums up by weight, with weight 1 at 0 and an even number halved in the middle', () => {
  const point = (weight: number, difference: number, baseId: string) => ({
    weight,
    difference,
    baseId,
    pictureId: `${weight} ${difference}`,
  });
  const points = [point(1.5, 8, 'a'), point(1.5, 4, 'b'), point(0.5, 3, 'a')];
  expect(summariseWeights(points)).toEqual([
    {
      weight: 0.5,
      count: 1,
      median: 3,
      least: 3,
      most: 3,
      example: { pictureId: '0.5 3', baseId: 'a' },
    },
    { weight: 1, count: 2, median: 0, least: 0, most: 0, example: null },
    {
      weight: 1.5,
      count: 2,
      median: 6,
      least: 4,
      most: 8,
      example: { pictureId: '1.5 4', baseId: 'b' },
    },
  ]);
  expect(summariseWeights([])).toEqual([]);
});

describe('the chart of a class', () => {
  let room: Awaited<ReturnType<typeof createClassroom>>;

  beforeEach(async () => {
    room = await createClassroom();
  });

  async function draw(prompt: string, value: number, shelf: GalleryShelf = 'class') {
    const sha256 = await storeFile(await encodePng(grey(value)));
    return createGeneration({
      classId: room.school.id,
      userId: room.classmate.id,
      prompt,
      shelf,
      picture: { state: 'approved', sha256 },
    });
  }

  const chart = (user: { id: string }, phrase: string | null = null) =>
    findWeightChart({ userId: user.id, classId: room.school.id, phrase });

  it('measures each weight against weight 1 of the same prompt, seed and settings', async () => {
    await draw('grey cat, on a beach', 100);
    await draw('grey cat:0.5, on a beach', 112);
    await draw('grey cat:1.5, on a beach', 160);
    await draw('grey cat, on a beach:0.5', 104);
    // Another seed has no picture with weight 1 to be measured against.
    const { id } = await draw('grey cat:1.8, on a beach', 10);
    await db.generation.update({ where: { id }, data: { seed: 1n } });
    const { phrases, phrase, weights, points } = await chart(room.teacher);
    expect(phrases).toEqual([
      { phrase: 'grey cat', count: 2 },
      { phrase: 'on a beach', count: 1 },
    ]);
    expect(phrase).toBe('grey cat');
    expect(points).toHaveLength(2);
    expect(weights.map(({ weight }) => weight)).toEqual([0.5, 1, 1.5]);
    expect(weights[0]!.median).toBeCloseTo(measureLabDifference(grey(112), grey(100)), 6);
    expect(weights[2]!.median).toBeGreaterThan(weights[0]!.median);
    expect((await chart(room.teacher, 'on a beach')).points).toHaveLength(1);
  });

  it('shows a student what they may see, and nobody’s name', async () => {
    await draw('a tree', 100);
    await draw('a tree:2', 160, 'own');
    expect((await chart(room.student)).phrases).toEqual([]);
    const forTeacher = await chart(room.teacher);
    expect(forTeacher.points).toHaveLength(1);
    expect(JSON.stringify(forTeacher)).not.toContain(room.classmate.displayName);
    expect((await chart(room.classmate)).points).toHaveLength(1);
    const stranger = await createClassroom();
    await expect(chart(stranger.student)).rejects.toMatchObject({ status: 404 });
  });
});
