import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { DIALECTS, SCHEDULES } from '#worker/engine/contract/request.ts';
import type { Dialect, SamplerId, Schedule } from '#worker/engine/contract/request.ts';
import { DEVICES, findSampler } from '#worker/engine/engine.ts';
import type { Device } from '#worker/engine/engine.ts';
import { ANNOTATOR_IDS } from '#worker/engine/control/annotators/annotate.ts';
import type { AnnotatorId } from '#worker/engine/control/annotators/annotate.ts';

/** A control picture: a photograph to draw one from, or (`map`) the control picture itself. */
export interface ControlFlag {
  type: AnnotatorId | 'map';
  file: string;
}

/** What `easel generate` was told, by the names of its options. */
export interface GenerateFlags {
  model: string;
  negative: string;
  seed: bigint;
  count: number;
  steps?: number;
  guidance?: number;
  sampler?: SamplerId;
  schedule: Schedule;
  dialect: Dialect;
  size?: { widthPx: number; heightPx: number };
  init?: string;
  strength: number;
  mask?: string;
  maskBlur: number;
  control: ControlFlag[];
  controlWeight: number;
  hires?: number;
  upscale?: string;
  grid?: true;
  mark?: true;
  device: Device;
  output: string;
}

/** Adds the options of `easel generate` to a command. */
export function addGenerateOptions(command: Command): Command {
  return command
    .requiredOption('--model <dir>', 'model folder')
    .option('--negative <text>', 'what the picture should not show', '')
    .option('--seed <number>', 'same seed, same picture', parseSeed, 0n)
    .option('--count <number>', 'pictures, each with the next seed', parseCount, 1)
    .option('--steps <number>', 'denoising steps', parseNumber)
    .option('--guidance <number>', 'how closely the prompt is followed', parseNumber)
    .option('--sampler <name>', 'e.g. "Euler a"; the model’s own where missing', parseSampler)
    .addOption(new Option('--schedule <name>', 'sigmas').choices(SCHEDULES).default('default'))
    .addOption(new Option('--dialect <name>', 'grammar').choices(DIALECTS).default('classroom'))
    .option('--size <WxH>', 'pixels, such as 512x768', parseSize)
    .option('--init <file>', 'picture to begin from')
    .option('--strength <number>', 'how far to go from it, 0 to 1', parseStrength, 0.75)
    .option('--mask <file>', 'with --init: paint only where this is white')
    .option('--mask-blur <px>', 'softness of the mask’s edge', parseNumber, 0)
    .option('--control <TYPE=FILE>', `${CONTROL_TYPES.join(', ')}`, collectControl, [])
    .option('--control-weight <number>', 'how strongly controls steer', parseNumber, 1)
    .option('--hires <scale>', 'draw again this many times larger', parseNumber)
    .option('--upscale <file>', 'enlarge with this ESRGAN-type model')
    .option('--grid', 'put all pictures into one file')
    .option('--mark', 'mark them invisibly as made by Easel, as the site does')
    .addOption(
      new Option('--device <name>', 'where it runs')
        .env('EASEL_DEVICE')
        .choices(DEVICES)
        .default('cpu'),
    )
    .requiredOption('-o, --output <file>', 'PNG file to write');
}

const CONTROL_TYPES = [...ANNOTATOR_IDS, 'map'] as const;

function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('Not a number.');
  }
  return value;
}

function parseCount(text: string): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value) || value < 1 || value > 32) {
    throw new InvalidArgumentError('A whole number from 1 to 32.');
  }
  return value;
}

function parseStrength(text: string): number {
  const value = parseNumber(text);
  if (value < 0 || value > 1) throw new InvalidArgumentError('Strength lies between 0 and 1.');
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

function collectControl(text: string, earlier: ControlFlag[]): ControlFlag[] {
  const [name, ...rest] = text.split('=');
  const type = CONTROL_TYPES.find((known) => known === name);
  if (!type || rest.length === 0) {
    throw new InvalidArgumentError(`Write TYPE=FILE; types are ${CONTROL_TYPES.join(', ')}.`);
  }
  return [...earlier, { type, file: rest.join('=') }];
}
