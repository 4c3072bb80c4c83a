/**
 * Measures the invisible mark on a folder of unmarked pictures: how often it is seen where it is not, and found
 * where it is, after JPEG and scaling. Run with `npx tsx tests/watermark/print-mark-table.ts DIR [MARKED]`:
 * the first MARKED pictures are marked too, at their own size and enlarged.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { detectMark } from '#worker/engine/watermark/detect-mark.ts';
import { markPicture } from '#worker/engine/watermark/mark-picture.ts';
import { ATTACKS, attackPicture, measurePsnr } from './measure-mark.ts';

const [dir = '', marked = '100'] = process.argv.slice(2);
const files = (await readdir(dir)).toSorted();

const plain: number[] = [];
for (const file of files) {
  const image = await read(file);
  for (const attack of ATTACKS) plain.push(detectMark(await attackPicture(image, attack)).score);
}
const mean = plain.reduce((sum, score) => sum + score, 0) / plain.length;
const spread = Math.sqrt(plain.reduce((sum, s) => sum + (s - mean) ** 2, 0) / plain.length);
console.log(
  `unmarked: ${files.length} pictures, ${plain.length} readings; ` +
    `mean ${mean.toFixed(2)}, spread ${spread.toFixed(2)}, largest ${Math.max(...plain).toFixed(2)}\n`,
);

console.log('| enlarged | PSNR, least and mean (dB) | read after | found | least score | mean |');
console.log('|---|---|---|---|---|---|');
for (const scale of [1, 2, 4, 8]) {
  const psnrs: number[] = [];
  const readings = ATTACKS.map((attack) => ({ attack, scores: [] as number[], found: 0 }));
  // Large pictures take long; their waves are the same ones.
  for (const file of files.slice(0, Number(marked) / (scale > 2 ? 4 : 1))) {
    const image = await attackPicture(await read(file), { scale, quality: undefined });
    const made = markPicture(image);
    psnrs.push(measurePsnr(image, made));
    for (const reading of readings) {
      const { isMarked, score } = detectMark(await attackPicture(made, reading.attack));
      reading.scores.push(score);
      reading.found += Number(isMarked);
    }
  }
  for (const { attack, scores, found } of readings) {
    const average = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    console.log(
      `| ${scale}x | ${Math.min(...psnrs).toFixed(1)}, ${average(psnrs).toFixed(1)} | ${attack.name} | ` +
        `${found} of ${scores.length} | ${Math.min(...scores).toFixed(1)} | ${average(scores).toFixed(1)} |`,
    );
  }
}

async function read(file: string): Promise<RgbImage> {
  return decodeImage(await readFile(path.join(dir, file)), file);
}
