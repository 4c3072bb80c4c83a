import { Option } from 'commander';
import type { Command } from 'commander';
import { DIALECTS, MASKED_CONTENTS, SCHEDULES } from '#worker/engine/contract/request.ts';
import type {
  Dialect,
  InpaintRequest,
  SamplerId,
  Schedule,
} from '#worker/engine/contract/request.ts';
import { DEVICES } from '#worker/engine/engine.ts';
import type { Device, LoraChoice, Margins } from '#worker/engine/engine.ts';
import { parseAxis } from './axis.ts';
import type { Axis } from './axis.ts';
import { DECOMPOSER_DIR, collectControl } from './control-flag.ts';
import type { ControlFlag } from './control-flag.ts';
import {
  collectFile,
  collectLora,
  parseCount,
  parseMargins,
  parseNumber,
  parseSampler,
  parseSeed,
  parseSize,
  parseStrength,
} from './parse-values.ts';

/** What `easel generate` was told, by the names of its options. */
export interface GenerateFlags {
  model: string;
  lora: LoraChoice[];
  embedding: string[];
  negative: string;
  seed: bigint;
  count: number;
  steps?: number;
  guidance?: number;
  guidanceRescale?: number;
  clipSkip?: number;
  variationSeed?: bigint;
  variationStrength: number;
  sampler?: SamplerId;
  schedule: Schedule;
  dialect: Dialect;
  size?: { widthPx: number; heightPx: number };
  init?: string;
  strength?: number;
  mask?: string;
  maskBlur: number;
  extend?: Margins;
  content?: InpaintRequest['content'];
  area: InpaintRequest['area'];
  padding: number;
  control: ControlFlag[];
  controlMap: ControlFlag[];
  controlWeight: number;
  controlStart: number;
  controlEnd: number;
  annotators: string;
  hires?: number;
  upscale?: string;
  upscaleBy?: number;
  grid?: true;
  x?: Axis;
  y?: Axis;
  heatmaps?: string;
  mark?: true;
  device: Device;
  output: string;
}

/** Adds the options of `easel generate` to a command. */
export function addGenerateOptions(command: Command): Command {
  return command
    .requiredOption('--model <dir>', 'model folder')
    .option('--lora <FILE=STRENGTH>', 'a LoRA to merge into the model', collectLora, [])
    .option('--embedding <file>', 'a word that a file teaches the model', collectFile, [])
    .option('--negative <text>', 'what the picture should not show', '')
    .addOption(
      // Said in words, since help prints defaults as JSON, which has no such numbers.
      new Option('--seed <number>', 'same seed, same picture')
        .argParser(parseSeed)
        .default(0n, '0'),
    )
    .option('--count <number>', 'pictures, each with the next seed', parseCount, 1)
    .option('--steps <number>', 'denoising steps', parseNumber)
    .option('--guidance <number>', 'how closely the prompt is followed', parseNumber)
    .option('--guidance-rescale <share>', 'holds back the contrast of guidance', parseNumber)
    .option('--clip-skip <number>', 'layers of the text encoder left out, from 1', parseNumber)
    .option('--variation-seed <number>', 'turns the noise towards this seed’s', parseSeed)
    .option('--variation-strength <share>', 'how far, 0 to 1', parseStrength, 0.1)
    .option('--sampler <name>', 'e.g. "Euler a"; the model’s own where missing', parseSampler)
    .addOption(new Option('--schedule <name>', 'sigmas').choices(SCHEDULES).default('default'))
    .addOption(new Option('--dialect <name>', 'grammar').choices(DIALECTS).default('classroom'))
    .option('--size <WxH>', 'pixels, such as 512x768', parseSize)
    .option('--init <file>', 'picture to begin from')
    .option('--strength <number>', 'how far to go from it, 0 to 1 (0.75)', parseStrength)
    .option('--mask <file>', 'with --init: paint only where this is white')
    .option('--mask-blur <px>', 'softness of the mask’s edge', parseNumber, 0)
    .option('--extend <sides>', 'with --init: paint around it, left=64,right=0,…', parseMargins)
    .addOption(new Option('--content <what>', 'under the mask').choices(MASKED_CONTENTS))
    .addOption(
      new Option('--area <which>', 'what is drawn: all, or the part around the mask')
        .choices(['whole', 'masked'])
        .default('whole'),
    )
    .option('--padding <px>', 'with --area masked: how much around', parseNumber, 32)
    .option('--control <TYPE=FILE>', 'steer by what is found in a picture', collectControl, [])
    .option('--control-map <TYPE=FILE>', 'steer by a control picture as it is', collectControl, [])
    .option('--control-weight <number>', 'how strongly controls steer', parseNumber, 1)
    .option('--control-start <share>', 'from which share of the steps on', parseNumber, 0)
    .option('--control-end <share>', 'up to which share of the steps', parseNumber, 1)
    .option('--annotators <dir>', 'the model that takes pictures apart', DECOMPOSER_DIR)
    .option('--hires <scale>', 'draw again this many times larger', parseNumber)
    .option('--upscale <file>', 'enlarge with this ESRGAN-type model')
    .option('--upscale-by <times>', 'with --upscale: how many times; the model’s own', parseNumber)
    .option('--grid', 'put all pictures into one file')
    .option('--x <FIELD=V,V>', 'a grid: this field changes from left to right', parseAxis)
    .option('--y <FIELD=V,V>', 'a grid: this field changes from top to bottom', parseAxis)
    .option('--heatmaps <file>', 'also write where each word acts, as a PNG')
    .option('--mark', 'mark them invisibly as made by Easel, as the site does')
    .addOption(
      new Option('--device <name>', 'where it runs')
        .env('EASEL_DEVICE')
        .choices(DEVICES)
        .default('cpu'),
    )
    .requiredOption('-o, --output <file>', 'PNG file to write');
}
