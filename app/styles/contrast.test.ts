import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colours = Record<string, string>;

function readColours(file: string): Colours {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8');
  const found = css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, hex]) => [name, hex]));
}

const light = readColours('./tokens.css');
const themes = { light, dark: { ...light, ...readColours('./dark.css') } };

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(colours: Colours, front: string, back: string) {
  const [frontHex, backHex] = [colours[front], colours[back]];
  if (!frontHex || !backHex) throw new Error(`No colour ${frontHex ? back : front}.`);
  const [darker, lighter] = [luminance(frontHex), luminance(backHex)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const grounds = ['paper', 'surface', 'surface-raised', 'surface-sunk'];
const words = ['ink', 'ink-soft', 'ink-faint', 'link', 'brand-ink', 'danger'];
const tones = ['info', 'success', 'warning', 'danger'];

const textPairs = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground])),
  ...tones.flatMap((tone) => ['ink', tone].map((word) => [word, `${tone}-soft`])),
  ...['ink', 'ink-soft', 'brand-ink'].map((word) => [word, 'brand-soft']),
  ['ink-soft', 'warning-soft'],
  ...['brand', 'brand-hover'].map((ground) => ['on-brand', ground]),
  ...['danger', 'danger-hover'].map((ground) => ['on-danger', ground]),
] as [string, string][];

const edgePairs = ['line-strong', 'brand', 'focus', 'danger'].flatMap((edge) =>
  ['paper', 'surface', 'surface-raised'].map((ground) => [edge, ground] as [string, string]),
);

describe.each(Object.entries(themes))('%s theme', (_theme, colours) => {
  it.each(textPairs)('can be read: %s on %s', (word, ground) => {
    expect(contrast(colours, word, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('shows the edge: %s on %s', (edge, ground) => {
    expect(contrast(colours, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
