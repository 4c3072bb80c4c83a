import { randomBytes } from 'node:crypto';
import { cp, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Writes what the refusal table needs into a folder: pictures, broken and whole, and a model without controls. */
export async function writeBadFiles(dir: string): Promise<void> {
  const write = (name: string, bytes: Uint8Array) => writeFile(path.join(dir, name), bytes);
  const noise = sharp(randomBytes(512 * 512 * 3), {
    raw: { width: 512, height: 512, channels: 3 },
  });
  const whole = await noise.png().toBuffer();
  const huge = { width: 16_384, height: 16_384, channels: 3, background: 'black' } as const;
  const bomb = sharp({ create: huge, limitInputPixels: false });
  const frames = [whole, await sharp(whole).negate().png().toBuffer()];

  await write('picture.png', await sharp(whole).resize(64).png().toBuffer());
  await write('mask-of-another-size.png', await sharp(whole).resize(32).png().toBuffer());
  await write('cut-short.png', whole.subarray(0, whole.length / 2));
  await write('cut-short.jpg', (await noise.jpeg().toBuffer()).subarray(0, 40_000));
  await write('bomb.png', await bomb.png({ palette: true, colours: 2 }).toBuffer());
  await write(
    'moving.webp',
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  );
  await write('gif.png', await noise.gif().toBuffer());
  await write('zip.png', Buffer.from('PK\x03\x04a picture, it says'));
  await write('drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await write('empty.png', Buffer.alloc(0));
  await cp('tests/golden/tiny-sd-onnx', path.join(dir, 'without-controls'), {
    recursive: true,
    filter: (file) => !/controlnet|unet_with_controls|controlled/.test(file),
  });
  // Holes in the file: it takes no room on the disk.
  await write('a-gigabyte.png', whole);
  await truncate(path.join(dir, 'a-gigabyte.png'), 2 ** 30);
}
