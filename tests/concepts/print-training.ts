/**
 * Trains a word and a style from 8 pictures of things that the starter has never seen, while another student
 * draws. Prints time, memory, the other student's waits, and how alike the pictures before and after are to pictures
 * that were kept out; writes a sheet of pictures. Run with `npm run concepts:table [FOLDER] [word|style]`.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TRAINING_SETTINGS } from '#app/features/concepts/training-settings.ts';
import { writeForEngine } from '#app/features/concepts/concept-tags.ts';
import { generationRequestSchema } from '#worker/engine/contract/request.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { startInference } from '#worker/inference/start-inference.ts';
import type { TrainingNews } from '#worker/inference/messages.ts';
import { likeness, middleOf, openFeatures } from './picture-features.ts';
import { readSet } from './read-set.ts';

const MODEL = 'starter';
const LEARNED = 8;
const SEEDS = [1, 2, 3];
const LOOKS_MS = 3_000;
const ALONE = 12;

interface UsedConcept {
  kind: 'word' | 'style';
  name: string;
  file: string;
}

const CASES = [
  {
    kind: 'word',
    set: 'octopus',
    startWord: 'ghost',
    before: ['a ghost, plain white background', 'a ghost, in a meadow', 'a ghost, on a beach'],
    after: ['a <zorp>, plain white background', 'a <zorp>, in a meadow', 'a <zorp>, on a beach'],
  },
  {
    kind: 'style',
    set: 'ink',
    startWord: '',
    before: ['an apple, plain white background', 'a rocket, on a beach', 'a penguin, in the snow'],
    after: [
      'an apple, plain white background <zorp>',
      'a rocket, on a beach <zorp>',
      'a penguin, in the snow <zorp>',
    ],
  },
] as const;

const [out = path.join(os.tmpdir(), 'easel-concepts'), only] = process.argv.slice(2);
const cases = CASES.filter(({ kind }) => !only || kind === only);
await mkdir(out, { recursive: true });
const features = await openFeatures();
const inference = startInference();
const never = new AbortController().signal;

console.log(
  `| | ${cases.map(({ kind }) => kind).join(' | ')} |\n|---|${'---|'.repeat(cases.length)}`,
);
const columns: Record<string, string>[] = [];
for (const each of cases) columns.push(await run(each));
for (const name of Object.keys(columns[0]!)) {
  console.log(`| ${name} | ${columns.map((column) => column[name]).join(' | ')} |`);
}
console.log(`\nPictures: ${out}`);
await inference.close();
process.exit(0);

async function run(each: (typeof CASES)[number]): Promise<Record<string, string>> {
  const { kind, set, startWord } = each;
  const pictures = await readSet(set);
  const kept = pictures.slice(LEARNED).map(({ image }) => features(image));
  const before = await drawAll(each.before, []);
  const alone = await drawWhile(async (done) => done(ALONE));

  const startMs = performance.now();
  const startBytes = memoryBytes();
  let peakBytes = startBytes;
  let last: TrainingNews | undefined;
  const busy = await drawWhile(async () => {
    await inference.train({
      modelId: MODEL,
      plan: {
        kind,
        name: 'zorp',
        startWord,
        examples: pictures.slice(0, LEARNED),
        seed: 7,
        stopsEarly: true,
        ...TRAINING_SETTINGS[kind],
      },
      onStep: () => (peakBytes = Math.max(peakBytes, memoryBytes())),
      onCheckpoint: (news) => (last = news),
      signal: never,
    });
  });
  const seconds = (performance.now() - startMs) / 1000;
  const file = path.resolve(out, `${kind}.safetensors`);
  await writeFile(file, last!.conceptFile);
  const after = await drawAll(each.after, [{ kind, name: 'zorp', file }]);
  await writeSheet(kind, [before, after]);

  const seen = { before: before.map(features), after: after.map(features) };
  const learned = pictures.slice(0, LEARNED).map(({ image }) => features(image));
  const middle = middleOf([...seen.before, ...seen.after, ...kept, ...learned]);
  const against = (some: Float32Array[]) => likeness(some, kept, middle).toFixed(3);
  const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  return {
    'steps, and the one of the least loss': `${last!.step}, ${bestStep(last!)}`,
    'seconds, beside another student': seconds.toFixed(0),
    'loss on the picture kept back, first and least': lossSpan(last!),
    'like the pictures kept out: before': against(seen.before),
    'like the pictures kept out: after': against(seen.after),
    'like the pictures kept out: those learned from (ceiling)': against(learned),
    'memory of the inference process, before and most': `${mb(startBytes)}, ${mb(peakBytes)}`,
    "the other student's wait alone, median and most": waits(alone),
    "the other student's wait meanwhile, median and most": `${waits(busy)} (${busy.length} pictures)`,
    'bytes of the file': String(last!.conceptFile.length),
  };
}

async function draw(prompt: string, seed: number, concepts: UsedConcept[]): Promise<RgbImage> {
  const made = await inference.generate({
    modelId: MODEL,
    request: generationRequestSchema.parse({
      prompt: writeForEngine(prompt, concepts),
      seeds: [BigInt(seed)],
      widthPx: 128,
      heightPx: 128,
      steps: 20,
      guidance: 4,
    }),
    additions: {
      words: concepts.filter(({ kind }) => kind === 'word'),
      loras: concepts
        .filter(({ kind }) => kind === 'style')
        .map(({ name, file }) => ({ name, file, strength: 1 })),
    },
    onStep: () => {},
    signal: never,
  });
  return made.image;
}

async function drawAll(prompts: readonly string[], concepts: UsedConcept[]): Promise<RgbImage[]> {
  const images: RgbImage[] = [];
  for (const prompt of prompts) {
    for (const seed of SEEDS) images.push(await draw(prompt, seed, concepts));
  }
  return images;
}

/** Another student, who asks for a picture, looks at it, and asks for the next, until `work` is done. */
async function drawWhile(
  work: (enough: (pictures: number) => Promise<void>) => Promise<void>,
): Promise<number[]> {
  const waitsMs: number[] = [];
  let isDone = false;
  const working = work(async (pictures) => {
    while (waitsMs.length < pictures) await pause(100);
  }).finally(() => (isDone = true));
  while (!isDone) {
    const startMs = performance.now();
    await draw('a red house, in a meadow', 100 + waitsMs.length, []);
    waitsMs.push(performance.now() - startMs);
    await Promise.race([pause(LOOKS_MS), working]);
  }
  await working;
  return waitsMs;
}

function waits(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const seconds = (x: number | undefined) => `${((x ?? NaN) / 1000).toFixed(2)} s`;
  return `${seconds(sorted[Math.floor(sorted.length / 2)])}, ${seconds(sorted.at(-1))}`;
}

function bestStep({ checks }: TrainingNews): number {
  return checks.toSorted((a, b) => a.loss - b.loss)[0]!.step;
}

function lossSpan({ checks }: TrainingNews): string {
  const least = Math.min(...checks.map(({ loss }) => loss));
  return `${checks[0]!.loss.toFixed(3)}, ${least.toFixed(3)}`;
}

function memoryBytes(): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(inference.pid)]);
  return Number(String(kilobytes).trim()) * 1024;
}

/** Rows of pictures, one beside another. */
async function writeSheet(name: string, rows: readonly RgbImage[][]): Promise<void> {
  const { widthPx, heightPx } = rows[0]![0]!;
  const columns = rows[0]!.length;
  const data = new Uint8Array(widthPx * columns * heightPx * rows.length * 3);
  for (const [row, images] of rows.entries()) {
    for (const [column, image] of images.entries()) {
      for (let y = 0; y < heightPx; y++) {
        const line = image.data.subarray(y * widthPx * 3, (y + 1) * widthPx * 3);
        data.set(line, ((row * heightPx + y) * columns + column) * widthPx * 3);
      }
    }
  }
  const sheet = { widthPx: widthPx * columns, heightPx: heightPx * rows.length, data };
  await writeFile(path.join(out, `${name}.png`), await encodePng(sheet));
}
