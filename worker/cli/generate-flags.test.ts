import { Command } from 'commander';
import { expect, test } from 'vitest';
import { parseAxis, withValue } from './axis.ts';
import { addGenerateOptions } from './generate-flags.ts';
import type { GenerateFlags } from './generate-flags.ts';
import { parseMargins } from './parse-values.ts';

function read(...args: string[]): GenerateFlags {
  const command = addGenerateOptions(new Command()).exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  return command
    .parse(['--model', 'm', '-o', 'o.png', ...args], { from: 'user' })
    .opts<GenerateFlags>();
}

test('controls and LoRAs add up, each with its file and number', () => {
  const flags = read(
    ...['--lora', 'a/style.safetensors=0.7', '--lora', 'b=c.safetensors'],
    ...['--control', 'canny=x.png', '--control', 'depth=a=b.png'],
  );
  expect(flags.lora).toEqual([
    { name: 'style', file: 'a/style.safetensors', strength: 0.7 },
    { name: 'b=c', file: 'b=c.safetensors', strength: 1 },
  ]);
  expect(flags.control).toEqual([
    { type: 'canny', file: 'x.png' },
    { type: 'depth', file: 'a=b.png' },
  ]);
});

test('sides that grow are read by name, the others stay', () => {
  expect(parseMargins('left=64, bottom=8')).toEqual({ left: 64, right: 0, top: 0, bottom: 8 });
  for (const wrong of ['left=0', '64', 'up=3', 'left=-1', 'left=1.5', '']) {
    expect(() => parseMargins(wrong), wrong).toThrow();
  }
});

test('an axis takes the values of any option, read as the option reads them', () => {
  const command = addGenerateOptions(new Command());
  const given = { prompt: 'a boat', ...read() };
  const at = (text: string, value: string) => withValue(command, given, parseAxis(text), value);
  expect(parseAxis('prompt=a cat, grey|a dog').values).toEqual(['a cat, grey', 'a dog']);
  expect(at('steps=5,10', '10')).toEqual({ ...given, steps: 10 });
  expect(at('mask-blur=1,2', '2').maskBlur).toBe(2);
  expect(at('sampler=Euler a,DDIM', 'Euler a').sampler).toBe('euler-a');
  expect(at('schedule=karras', 'karras').schedule).toBe('karras');
  expect(at('prompt=a|b', 'b').prompt).toBe('b');
  for (const [text, field] of [
    ['model=a', 'model'],
    ['magic=a', 'magic'],
    ['schedule=soft', 'schedule'],
    ['steps=many', 'steps'],
  ] as const) {
    expect(() => at(text, text.split('=')[1]!)).toThrow(
      expect.objectContaining({ code: 'bad-request', field }) as Error,
    );
  }
  for (const wrong of ['steps', 'steps=', 'steps=1,,2', `steps=${'1,'.repeat(20)}1`]) {
    expect(() => parseAxis(wrong), wrong).toThrow();
  }
});
