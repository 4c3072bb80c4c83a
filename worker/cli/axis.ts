import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { EngineError } from '#worker/engine/contract/errors.ts';

/** One field of the command with the values that it takes along a side of a grid. */
export interface Axis {
  field: string;
  values: string[];
}

/** What stays the same in a grid: files, and the model, which is loaded once. */
const FIXED = [
  'model',
  'lora',
  'embedding',
  'device',
  'output',
  'grid',
  'x',
  'y',
  'count',
  'heatmaps',
];
const MOST_VALUES = 16;

/** Reads `steps=5,10,20`; values that hold commas are set apart by `|`. */
export function parseAxis(text: string): Axis {
  const [name = '', ...rest] = text.split('=');
  const values = rest.join('=').split(text.includes('|') ? '|' : ',');
  if (rest.length === 0 || values.some((value) => value.trim() === '')) {
    throw new InvalidArgumentError('Write FIELD=VALUE,VALUE,… such as steps=5,10,20.');
  }
  if (values.length > MOST_VALUES) throw new InvalidArgumentError('At most 16 values.');
  const field = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { field, values: values.map((value) => value.trim()) };
}

/**
 * The command's flags with a field set to a value, read as the command line itself is read.
 *
 * @throws EngineError `bad-request` where there is no such field, or it can't take the value
 */
export function withValue<T extends { prompt: string }>(
  command: Command,
  given: T,
  { field }: Axis,
  value: string,
): T {
  if (field === 'prompt') return { ...given, prompt: value };
  const option = command.options.find((one) => one.attributeName() === field);
  if (!option || FIXED.includes(field)) {
    throw new EngineError('bad-request', 'A grid can’t change this.', field);
  }
  try {
    return { ...given, [field]: option.parseArg ? option.parseArg(value, undefined) : value };
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new EngineError('bad-request', error.message, field);
  }
}
