import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { DIALECTS, SCHEDULES } from '#worker/engine/contract/request.ts';
import type { Dialect, SamplerId, Schedule } from '#worker/engine/contract/request.ts';
import { DEVICES, findSampler, generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Device, Model } from '#worker/engine/engine.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';

interface GenerateFlags {
  model: string;
  negative: string;
  seed: bigint;
  steps?: number;
  guidance?: number;
  sampler?: SamplerId;
  schedule: Schedule;
  dialect: Dialect;
  size?: { widthPx: number; heightPx: number };
  device: Device;
  output: string;
}

/** `easel generate`: one picture from a prompt, with a progress bar. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('draw a picture from a prompt')
    .argument('<prompt>', 'what the picture shows')
    .requiredOption('--model <dir>', 'model folder')
    .option('--negative <text>', 'what the picture should not show', '')
    .option('--seed <number>', 'same seed, same picture', parseSeed, 0n)
    .option('--steps <number>', 'denoising steps', parseNumber)
    .option('--guidance <number>', 'how closely the prompt is followed', parseNumber)
    .option('--sampler <name>', 'e.g. "Euler a"; the model’s own where missing', parseSampler)
    .addOption(new Option('--schedule <name>', 'sigmas').choices(SCHEDULES).default('default'))
    .addOption(new Option('--dialect <name>', 'grammar').choices(DIALECTS).default('classroom'))
    .option('--size <WxH>', 'pixels, each divisible by 8', parseSize)
    .addOption(
      new Option('--device <name>', 'where it runs')
        .env('EASEL_DEVICE')
        .choices(DEVICES)
        .default('cpu'),
    )
    .requiredOption('-o, --output <file>', 'PNG file to write')
    .action(async (prompt: string, flags: GenerateFlags) => {
      const model = await loadModel(flags.model, { device: flags.device });
      const picture = await drawWithBar(model, prompt, flags);
      await writeFile(flags.output, await encodePng(picture.image)).catch((cause: unknown) => {
        const error = new EngineError('bad-request', 'This file can’t be written.', flags.output);
        error.cause = cause;
        throw error;
      });
      await model.close();
    });
}

async function drawWithBar(model: Model, prompt: string, flags: GenerateFlags) {
  const { defaults } = model;
  const steps = flags.steps ?? defaults.steps ?? 20;
  const bar = new SingleBar({ format: '{bar} step {value} of {total}', clearOnComplete: false });
  bar.start(steps, 0);
  try {
    const { pictures } = await generateImages(
      model,
      {
        prompt,
        negativePrompt: flags.negative,
        dialect: flags.dialect,
        seeds: [flags.seed],
        widthPx: flags.size?.widthPx ?? defaults.widthPx ?? 512,
        heightPx: flags.size?.heightPx ?? defaults.heightPx ?? 512,
        steps,
        guidance: flags.guidance ?? defaults.guidance ?? 7,
        sampler: flags.sampler ?? defaults.sampler,
        schedule: flags.schedule,
        noiseSource: 'torch-cpu',
      },
      {
        onStep({ step, steps: total }) {
          bar.setTotal(total);
          bar.update(step);
        },
      },
    );
    return pictures[0]!;
  } finally {
    bar.stop();
  }
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Not a number.');
  return value;
}

function parseSeed(text: string): bigint {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A seed is a whole number from 0 on.');
  return BigInt(text);
}

function parseSampler(text: string): SamplerId {
  const id = findSampler(text);
  if (!id) throw new InvalidArgumentError('Easel has no sampler of this name.');
  return id;
}

function parseSize(text: string): { widthPx: number; heightPx: number } {
  const match = /^(\d+)x(\d+)$/i.exec(text);
  if (!match) throw new InvalidArgumentError('A size is written as 512x768.');
  return { widthPx: Number(match[1]), heightPx: Number(match[2]) };
}
