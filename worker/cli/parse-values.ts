import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { SamplerId } from '#worker/engine/contract/request.ts';
import { findSampler } from '#worker/engine/engine.ts';
import type { LoraChoice, Margins } from '#worker/engine/engine.ts';

/** A finite number. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('Not a number.');
  }
  return value;
}

export function parseCount(text: string): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value) || value < 1 || value > 32) {
    throw new InvalidArgumentError('A whole number from 1 to 32.');
  }
  return value;
}

export function parseStrength(text: string): number {
  const value = parseNumber(text);
  if (value < 0 || value > 1) throw new InvalidArgumentError('Strength lies between 0 and 1.');
  return value;
}

export function parseSeed(text: string): bigint {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A seed is a whole number from 0 on.');
  return BigInt(text);
}

export function parseSampler(text: string): SamplerId {
  const id = findSampler(text);
  if (!id) throw new InvalidArgumentError('Easel has no sampler of this name.');
  return id;
}

/** `512x768`. */
export function parseSize(text: string): { widthPx: number; heightPx: number } {
  const match = /^(\d+)x(\d+)$/i.exec(text);
  if (!match) throw new InvalidArgumentError('A size is written as 512x768.');
  return { widthPx: Number(match[1]), heightPx: Number(match[2]) };
}

/** `left=64,bottom=32`: sides that are not named stay where they are. */
export function parseMargins(text: string): Margins {
  const margins: Margins = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const part of text.split(',')) {
    const [, side, px] = /^\s*(left|right|top|bottom)\s*=\s*(\d{1,4})\s*$/.exec(part) ?? [];
    if (!side) throw new InvalidArgumentError('Write left=64,right=0,top=0,bottom=32.');
    margins[side as keyof Margins] = Number(px);
  }
  if (Object.values(margins).every((px) => px === 0)) {
    throw new InvalidArgumentError('At least one side must grow.');
  }
  return margins;
}

/** `style.safetensors=0.7` after earlier ones; a file alone counts in full. */
export function collectLora(text: string, earlier: LoraChoice[] = []): LoraChoice[] {
  const [, file = text, strength = '1'] = /^(.+)=(-?[\d.]+)$/s.exec(text) ?? [];
  const name = path.basename(file, path.extname(file));
  return [...earlier, { name, file, strength: parseNumber(strength) }];
}

/** A file after earlier ones. */
export function collectFile(text: string, earlier: string[] = []): string[] {
  return [...earlier, text];
}
