import { Command } from 'commander';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { detectMark } from '#worker/engine/watermark/detect-mark.ts';
import { readInputFile } from './read-input-file.ts';

/** `easel mark`: whether a picture carries the invisible mark. Ends with 0 if it does, 2 if not. */
export function markCommand(): Command {
  return new Command('mark')
    .description('say whether a picture was made by Easel, by its invisible mark')
    .argument('<file>', 'PNG, JPEG or WebP')
    .action(async (file: string) => {
      const image = await decodeImage(await readInputFile(file, file), file);
      const { isMarked, score } = detectMark(image);
      const found = isMarked ? 'made by Easel' : 'no mark found';
      process.stdout.write(`${found} (score ${score.toFixed(1)})\n`);
      process.exitCode = isMarked ? 0 : 2;
    });
}
