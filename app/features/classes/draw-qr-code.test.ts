import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { drawQrCode } from './draw-qr-code.server.ts';

it('draws each dark module once, and the three corners that readers look for', () => {
  const address = 'https://easel.school.example/join?code=ABCD2345';
  const { size, path } = drawQrCode(address);
  const drawn = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  expect(size).toBe(modules.size);
  expect(drawn.size).toBe([...modules.data].filter(Boolean).length);
  const last = size - 7;
  for (const [left, top] of [
    [0, 0],
    [last, 0],
    [0, last],
  ] as const)
    for (let step = 0; step < 7; step++) {
      expect(drawn).toContain(`${left + step},${top}`);
      expect(drawn).toContain(`${left},${top + step}`);
    }
});
