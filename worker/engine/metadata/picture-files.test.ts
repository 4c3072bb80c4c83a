import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPngTexts, writePngTexts } from './png-text.ts';
import { readPictureSettings } from './read-picture-settings.ts';
import { DIGITAL_SOURCE_TYPE, formatAiXmp } from './xmp.ts';

const INFOTEXT = 'a cat\nNegative prompt: fog\nSteps: 20, Seed: 7, Size: 64x96, CFG scale: 7';

const picture = () =>
  sharp({ create: { width: 16, height: 8, channels: 3, background: { r: 200, g: 10, b: 60 } } });

/** A user comment as piexif, which WebUI uses, lays it out: big-endian TIFF, UTF-16. */
function buildExif(text: string): Buffer {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  const comment = Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), utf16]);
  const tiff = Buffer.alloc(44);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x8769, 10);
  tiff.writeUInt16BE(4, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt32BE(26, 18);
  tiff.writeUInt16BE(1, 26);
  tiff.writeUInt16BE(0x9286, 28);
  tiff.writeUInt16BE(7, 30);
  tiff.writeUInt32BE(comment.length, 32);
  tiff.writeUInt32BE(44, 36);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, comment]);
}

function wrapJpeg(exif: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 4);
  return Buffer.concat([head, exif, Buffer.from([0xff, 0xd9])]);
}

test('texts come back, pixels stay, and a second writing replaces the first', async () => {
  const png = await picture().png().toBuffer();
  const once = writePngTexts(png, { parameters: INFOTEXT, Other: 'kept' });
  const twice = writePngTexts(once, { parameters: 'köttbullar 猫 🐱' });
  expect(readPngTexts(once).get('parameters')).toBe(INFOTEXT);
  expect(Object.fromEntries(readPngTexts(twice))).toEqual({
    parameters: 'köttbullar 猫 🐱',
    Other: 'kept',
  });
  const pixels = await sharp(twice).raw().toBuffer();
  expect(pixels.equals(await sharp(png).raw().toBuffer())).toBe(true);
  const { comments } = await sharp(twice).metadata();
  expect(comments).toContainEqual({ keyword: 'parameters', text: 'köttbullar 猫 🐱' });
});

/** Puts one chunk behind the header. */
function addChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([png.subarray(0, 33), length, typed, sum, png.subarray(33)]);
}

test('reads compressed texts and passes over a bomb', async () => {
  const png = await picture().png().toBuffer();
  const pack = (text: string) => Buffer.concat([Buffer.from('Key\0\0'), deflateSync(text)]);
  expect(readPngTexts(addChunk(png, 'zTXt', pack('hi'))).get('Key')).toBe('hi');
  expect(readPngTexts(addChunk(png, 'zTXt', pack('x'.repeat(8_000_000)))).size).toBe(0);
});

test('keeps little of a flood of texts', async () => {
  let png: Uint8Array = await picture().png().toBuffer();
  const bomb = deflateSync('x'.repeat(3_000_000));
  for (let i = 0; i < 200; i++) {
    png = addChunk(Buffer.from(png), 'zTXt', Buffer.concat([Buffer.from(`Key ${i}\0\0`), bomb]));
  }
  const texts = [...readPngTexts(png).values()];
  expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(5_000_000);
});

test('a cut or damaged PNG gives the texts that are whole', async () => {
  const png = writePngTexts(await picture().png().toBuffer(), { parameters: INFOTEXT });
  expect(readPngTexts(png.subarray(0, 60)).size).toBe(0);
  const damaged = Buffer.from(png);
  damaged[50] = 0;
  expect(readPngTexts(damaged).size).toBe(0);
  expect(() => writePngTexts(Buffer.from('no'), {})).toThrow(TypeError);
});

test("reads WebUI's settings from PNG, JPEG and WebP", async () => {
  const expected = { prompt: 'a cat', negativePrompt: 'fog', steps: 20, seed: 7n, heightPx: 96 };
  const png = writePngTexts(await picture().png().toBuffer(), { parameters: INFOTEXT });
  expect(readPictureSettings(png)).toMatchObject(expected);
  expect(readPictureSettings(wrapJpeg(buildExif(INFOTEXT)))).toMatchObject(expected);
  const exif = { IFD2: { UserComment: INFOTEXT } };
  for (const format of ['jpeg', 'webp'] as const) {
    const file = await picture().withExif(exif).toFormat(format).toBuffer();
    expect(readPictureSettings(file), format).toMatchObject(expected);
  }
  expect(readPictureSettings(await picture().jpeg().toBuffer())).toBeUndefined();
});

test("reads a ComfyUI picture's graph", async () => {
  const graph = {
    '3': {
      class_type: 'KSampler',
      inputs: {
        ...{ seed: 42, steps: 20, cfg: 8, sampler_name: 'dpmpp_2m', scheduler: 'karras' },
        ...{ model: ['10', 0], positive: ['11', 0], negative: ['7', 0], latent_image: ['5', 0] },
      },
    },
    '4': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd15.safetensors' } },
    '5': { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 768, batch_size: 1 } },
    '6': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['4', 1] } },
    '7': { class_type: 'CLIPTextEncode', inputs: { text: 'fog', clip: ['4', 1] } },
    '10': { class_type: 'LoraLoader', inputs: { lora_name: 'x', model: ['4', 0], clip: ['4', 1] } },
    '11': { class_type: 'ControlNetApply', inputs: { conditioning: ['6', 0], strength: 1 } },
  };
  const png = writePngTexts(await picture().png().toBuffer(), { prompt: JSON.stringify(graph) });
  expect(readPictureSettings(png)).toEqual({
    ...{ prompt: 'a cat', negativePrompt: 'fog', steps: 20, sampler: 'DPM++ 2M', seed: 42n },
    ...{ schedule: 'Karras', guidance: 8, widthPx: 512, heightPx: 768, model: 'sd15' },
  });
  const webp = picture().withExif({ IFD0: { Model: `prompt:${JSON.stringify(graph)}` } });
  expect(readPictureSettings(await webp.webp().toBuffer())).toEqual(readPictureSettings(png));
  const other = writePngTexts(await picture().png().toBuffer(), { prompt: '{"a": NaN}' });
  expect(readPictureSettings(other)).toBeUndefined();
});

test('reads a ComfyUI graph of parts, and gives names that Easel lacks as they are', async () => {
  const graph = {
    '1': { class_type: 'KSamplerSelect', inputs: { sampler_name: 'res_multistep' } },
    '2': { class_type: 'RandomNoise', inputs: { noise_seed: 5 } },
    '3': {
      class_type: 'BasicScheduler',
      inputs: { scheduler: 'karras', steps: 12, model: ['7', 0] },
    },
    '4': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['7', 1] } },
    '5': { class_type: 'CLIPTextEncode', inputs: { text: 'fog', clip: ['7', 1] } },
    '6': {
      class_type: 'CFGGuider',
      inputs: { cfg: 3.5, positive: ['4', 0], negative: ['5', 0], model: ['7', 0] },
    },
    '7': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd15.safetensors' } },
    '8': { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512 } },
    '9': {
      class_type: 'SamplerCustomAdvanced',
      inputs: {
        ...{ noise: ['2', 0], guider: ['6', 0], sampler: ['1', 0], sigmas: ['3', 0] },
        latent_image: ['8', 0],
      },
    },
  };
  const png = writePngTexts(await picture().png().toBuffer(), { prompt: JSON.stringify(graph) });
  expect(readPictureSettings(png)).toEqual({
    ...{ prompt: 'a cat', negativePrompt: 'fog', steps: 12, sampler: 'res_multistep', seed: 5n },
    ...{ schedule: 'Karras', guidance: 3.5, widthPx: 512, heightPx: 512, model: 'sd15' },
  });
});

test('any bytes read', () => {
  const jpeg = wrapJpeg(buildExif(INFOTEXT));
  fc.assert(
    fc.property(fc.nat(jpeg.length - 1), fc.nat(255), fc.nat(jpeg.length), (at, byte, cut) => {
      const bytes = Buffer.from(jpeg);
      bytes[at] = byte;
      expect(() => readPictureSettings(bytes.subarray(0, cut))).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test('the AI mark survives in a PNG', async () => {
  const png = await picture().withXmp(formatAiXmp()).png().toBuffer();
  const { xmpAsString } = await sharp(png).metadata();
  expect(xmpAsString).toContain(DIGITAL_SOURCE_TYPE);
});
