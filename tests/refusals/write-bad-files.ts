import { randomBytes } from 'node:crypto';
import { cp, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Writes what the refusal table needs into a folder: pictures, broken and whole, and a model without controls. */
export async function writeBadFiles(dir: string): Promise<void> {
  const write = (name: string, bytes: Uint8Array) => writeFile(path.join(dir, name), bytes);
  const noise = sharp(randomBytes(512 * 512 * 3), {
    raw: { width: 512, height: 512, channels: 3 },
  });
  const whole = await noise.png().toBuffer();
  const frames = [whole, await sharp(whole).negate().png().toBuffer()];

  await write('picture.png', await sharp(whole).resize(64).png().toBuffer());
  await write('mask-of-another-size.png', await sharp(whole).resize(32).png().toBuffer());
  await write('cut-short.png', whole.subarray(0, whole.length / 2));
  await write('cut-short.jpg', (await noise.jpeg().toBuffer()).subarray(0, 40_000));
  await write('bomb.png', blackPng(16_384));
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
    filter: (file) => !file.includes('control'),
  });
  // Holes in the file: it takes no room on the disk.
  await write('a-gigabyte.png', whole);
  await truncate(path.join(dir, 'a-gigabyte.png'), 2 ** 30);
}

/** A black square of one bit a pixel, packed to some kilobytes. */
function blackPng(sidePx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((1 + sidePx / 8) * sidePx));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND')]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}
