import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODEL = 'tests/golden/tiny-sd-onnx';

export interface Refusal {
  title: string;
  prompt?: string;
  args: string[];
  /** The field or option that the sentence must name. */
  names: string;
}

/** Bad input to `easel generate`; pictures are those of `writeBadFiles`. */
export const REFUSALS: Refusal[] = [
  refuse('a size not divisible by 8', 'widthPx', '--size', '100x128'),
  refuse('a huge size', 'widthPx', '--size', '16384x16384'),
  refuse('a size that is no size', '--size', '--size', 'large'),
  refuse('a strength over 1', '--strength', '--init', 'picture.png', '--strength', '1.5'),
  refuse('a strength below 0', '--strength', '--init', 'picture.png', '--strength=-0.1'),
  refuse('guidance that is no number', '--guidance', '--guidance', 'NaN'),
  refuse('infinite guidance', '--guidance', '--guidance', 'Infinity'),
  refuse('guidance out of reach', 'guidance', '--guidance', '1e300'),
  refuse('half a step', 'steps', '--steps', '2.5'),
  refuse('no step', 'steps', '--steps', '0'),
  refuse('a million pictures', '--count', '--count', '1000000'),
  refuse('a negative seed', '--seed', '--seed', '-1'),
  refuse('a seed of 2^63', 'seeds', '--seed', '9223372036854775808'),
  refuse('a sampler that Easel lacks', '--sampler', '--sampler', 'Magic'),
  refuse('more steps than the sampler takes', 'steps', '--sampler', 'LCM', '--steps', '100'),
  refuse('a mask without a picture', '--init', '--mask', 'picture.png'),
  refuse(
    'a mask of another size',
    'mask',
    ...['--init', 'picture.png'],
    ...['--mask', 'mask-of-another-size.png'],
  ),
  refuse(
    'a control without its model',
    'controls',
    ...['--model', 'without-controls'],
    ...['--control', 'canny=picture.png'],
  ),
  refuse('a control of no known type', '--control', '--control', 'magic=picture.png'),
  refuse('a PNG cut short', '--init', '--init', 'cut-short.png'),
  refuse('a JPEG cut short', '--init', '--init', 'cut-short.jpg'),
  refuse('16,384 x 16,384 pixels in a small file', '--init', '--init', 'bomb.png'),
  refuse('the same as a control', '--control', '--control', 'canny=bomb.png'),
  refuse('a file of a gigabyte', '--init', '--init', 'a-gigabyte.png'),
  refuse('a moving picture', '--init', '--init', 'moving.webp'),
  refuse('a GIF named .png', '--init', '--init', 'gif.png'),
  refuse('a zip named .png', '--init', '--init', 'zip.png'),
  refuse('an SVG', '--init', '--init', 'drawing.svg'),
  refuse('an empty file', '--init', '--init', 'empty.png'),
  refuse('a file that is not there', '--init', '--init', 'nowhere.png'),
  refuse('an endless device', '--init', '--init', '/dev/zero'),
  refuse('a folder that holds no model', 'nowhere', '--model', 'nowhere'),
  { ...refuse('10,000 words', 'prompt'), prompt: 'a very long poem '.repeat(2500) },
  { ...refuse('control characters', 'prompt'), prompt: 'a boat \u001b[31m' },
];

function refuse(title: string, names: string, ...args: string[]): Refusal {
  return { title, names, args };
}

export interface Refused {
  status: number | null;
  stderr: string;
  peakMiB: number;
}

/** Runs `easel generate` with a refusal's arguments; `dir` holds its files. */
export async function runRefusal({ prompt, args, title }: Refusal, dir: string): Promise<Refused> {
  const peakFile = path.join(dir, `${title.replaceAll(/\W/g, '-')}.peak`);
  const located = args.map((arg) =>
    arg.replace(
      /^(\w+=)?([\w-]+\.(?:png|jpg|webp|svg)|without-controls)$/,
      (_, type: string | undefined, file) => `${type ?? ''}${path.join(dir, file as string)}`,
    ),
  );
  const child = spawn(
    process.execPath,
    [
      ...['--import', './tests/refusals/report-peak.mjs', 'worker/easel.mjs'],
      ...['generate', prompt ?? 'a boat', '--model', MODEL, ...located],
      ...['-o', path.join(dir, 'never.png')],
    ],
    {
      cwd: ROOT,
      env: { ...process.env, PEAK_FILE: peakFile },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const stderr = await text(child.stderr);
  const status = await ended;
  const peakMiB = Number(await readFile(peakFile, 'utf8')) / 1024;
  await rm(peakFile);
  return { status, stderr: stderr.replaceAll(`${dir}${path.sep}`, '').trim(), peakMiB };
}
