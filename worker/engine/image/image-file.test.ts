import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { decodeImage, decodeMask } from './image-file.ts';

/** Two bands: the left one red, the right one blue. */
function bands(): Sharp {
  const data = Buffer.alloc(40 * 24 * 3);
  for (let i = 0; i < data.length; i += 3) data[(i / 3) % 40 < 20 ? i : i + 2] = 255;
  return sharp(data, { raw: { width: 40, height: 24, channels: 3 } });
}

/** So uneven that no file of it is small. */
function noise(widthPx: number, heightPx: number): Sharp {
  const data = Buffer.alloc(widthPx * heightPx * 3).map((_, i) => (i * 2654435761) >>> 24);
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function corners(file: Buffer) {
  const { widthPx, heightPx, data } = await decodeImage(file, 'picture');
  expect(data.length).toBe(widthPx * heightPx * 3);
  return { size: [widthPx, heightPx], first: [...data.slice(0, 3)], last: [...data.slice(-3)] };
}

const RED_TO_BLUE = { size: [40, 24], first: [255, 0, 0], last: [0, 0, 255] };

test('reads PNG, palettes and 16 bits included', async () => {
  expect(await corners(await bands().png().toBuffer())).toEqual(RED_TO_BLUE);
  expect(await corners(await bands().png({ palette: true }).toBuffer())).toEqual(RED_TO_BLUE);
  expect(await corners(await bands().toColourspace('rgb16').png().toBuffer())).toEqual(RED_TO_BLUE);
  expect(await corners(await bands().webp({ lossless: true }).toBuffer())).toEqual(RED_TO_BLUE);
});

test('reads a photograph as it was held, and colours meant for print as they look', async () => {
  const file = await bands().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
  const { size, first, last } = await corners(file);
  expect(size).toEqual([24, 40]);
  expect(first[0]! - first[2]!).toBeGreaterThan(200);
  expect(last[2]! - last[0]!).toBeGreaterThan(200);
  const print = await corners(await bands().toColourspace('cmyk').jpeg().toBuffer());
  expect(print.first[0]! - print.first[2]!).toBeGreaterThan(150);
});

test('sees through to white', async () => {
  const clear = sharp(Buffer.from([255, 0, 0, 0, 0, 0, 255, 255]), {
    raw: { width: 2, height: 1, channels: 4 },
  });
  const read = await corners(await clear.png().toBuffer());
  expect(read).toEqual({ size: [2, 1], first: [255, 255, 255], last: [0, 0, 255] });
});

test('reads a mask as one byte a pixel', async () => {
  const white = sharp({ create: { width: 8, height: 4, channels: 3, background: 'white' } });
  const mask = await decodeMask(await white.png().toBuffer(), 'mask');
  expect(mask).toEqual({ widthPx: 8, heightPx: 4, data: new Uint8Array(32).fill(255) });
});

test('says what else a file is, whatever its name', async () => {
  const refusal = (file: Buffer) => decodeImage(file, 'picture').catch(({ message }) => message);
  expect(await refusal(await bands().gif().toBuffer())).toContain('this is a GIF');
  expect(await refusal(await bands().tiff().toBuffer())).toContain('this is a TIFF');
  expect(await refusal(Buffer.from('PK\x03\x04picture.png'))).toContain('this is a zip archive');
  expect(await refusal(Buffer.from('<svg width="9" height="9"/>'))).toContain('something else');
  expect(await refusal(Buffer.alloc(0))).toBe('This file is empty.');
});

test('refuses a picture that moves', async () => {
  const frames = [await bands().png().toBuffer(), await bands().negate().png().toBuffer()];
  const file = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  await expect(decodeImage(file, 'picture')).rejects.toThrow('moves');
});

test('refuses a small file that would unfold to a huge picture', async () => {
  const black = { width: 16_384, height: 16_384, channels: 3, background: 'black' } as const;
  const bomb = await sharp({ create: black, limitInputPixels: false }).png().toBuffer();
  expect(bomb.length).toBeLessThan(4_000_000);
  await expect(decodeImage(bomb, '--init')).rejects.toMatchObject({
    code: 'bad-request',
    field: '--init',
    message: 'This picture is 16384 x 16384 pixels large; 16 megapixels can be read at most.',
  });
});

test('refuses what is cut short or damaged in the middle', async () => {
  const files = [
    await noise(300, 200).png().toBuffer(),
    await noise(300, 200).jpeg().toBuffer(),
    await noise(300, 200).webp().toBuffer(),
  ];
  for (const file of files) {
    for (const length of [60, file.length >> 1, file.length - 64]) {
      const cut = decodeImage(file.subarray(0, length), 'picture');
      await expect(cut).rejects.toThrow('damaged or cut short');
    }
  }
  const png = Buffer.from(files[0]!);
  png[png.length >> 1]! ^= 0xff;
  await expect(decodeImage(png, 'picture')).rejects.toThrow('damaged or cut short');
});
