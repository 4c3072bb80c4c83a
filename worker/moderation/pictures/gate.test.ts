import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPictureGate, type PictureGate } from './gate.ts';

let gate: PictureGate;

beforeAll(() => {
  gate = startPictureGate({ timeoutMs: 30_000 });
});
afterAll(() => gate.close());

/** A drawing of a red ball on a green meadow. */
function drawBall(sidePx: number): Uint8Array {
  const data = new Uint8Array(sidePx * sidePx * 3);
  for (let y = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++) {
      const isBall = Math.hypot(x - sidePx / 2, y - sidePx / 2) < sidePx / 4;
      data.set(isBall ? [220, 40, 40] : [90, 170, 80], (y * sidePx + x) * 3);
    }
  }
  return data;
}

describe('startPictureGate', { timeout: 60_000 }, () => {
  it('lets a drawing pass, with its scores and its own name', async () => {
    const verdict = await gate.check({ widthPx: 128, heightPx: 128, data: drawBall(128) });
    expect(verdict).toMatchObject({ decision: 'pass', reason: 'clear', gate: gate.name });
    expect(Object.values(verdict.scores!).reduce((sum, each) => sum + each)).toBeCloseTo(1, 2);
  });

  it('takes pictures of any shape', async () => {
    const data = drawBall(64).subarray(0, 64 * 32 * 3);
    const verdict = await gate.check({ widthPx: 64, heightPx: 32, data });
    expect(verdict.scores).not.toBeNull();
  });

  it.each([
    ['too few bytes', { widthPx: 4, heightPx: 4, data: new Uint8Array(3) }],
    ['no pixels', { widthPx: 0, heightPx: 0, data: new Uint8Array(0) }],
    ['a broken side', { widthPx: NaN, heightPx: 4, data: new Uint8Array(48) }],
  ])('holds a picture with %s', async (_, picture) => {
    expect(await gate.check(picture)).toMatchObject({ decision: 'hold', reason: 'bad-picture' });
  });

  it('holds a picture whose scores reach a bound', async () => {
    const strict = startPictureGate({ bounds: { porn: 0, hentai: 1, sexy: 1 }, timeoutMs: 30_000 });
    const verdict = await strict.check({ widthPx: 8, heightPx: 8, data: drawBall(8) });
    await strict.close();
    expect(verdict).toMatchObject({ decision: 'hold', reason: 'porn' });
  });

  it('names the version of the library that is installed', async () => {
    const path = new URL('../../../node_modules/nsfwjs/package.json', import.meta.url);
    const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
    expect(gate.name).toContain(`@${version}`);
  });
});
