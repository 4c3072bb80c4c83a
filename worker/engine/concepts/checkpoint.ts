import { z } from 'zod';
import { parseSafetensors, writeSafetensors } from '../runtime/safetensors.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { TrainingState } from './training-state.ts';

const KEY = 'training';
const lossesSchema = z.array(z.object({ step: z.number().int(), loss: z.number() }));
const headSchema = z.object({
  step: z.number().int().min(0),
  losses: lossesSchema,
  checks: lossesSchema,
  best: z.object({ step: z.number().int(), loss: z.number() }).optional(),
});

/** Packs a training as a safetensors file: every number as it is, to the last bit. */
export function writeCheckpoint({ learnings, best, ...head }: TrainingState): Buffer {
  const tensors = new Map<string, FloatTensor>();
  const add = (kind: string, name: string, data: Float32Array) =>
    tensors.set(`${kind} ${name}`, { data, dims: [data.length] });
  for (const [name, { values, mean, square }] of learnings) {
    add('values', name, values);
    add('mean', name, mean);
    add('square', name, square);
  }
  for (const [name, values] of best?.values ?? []) add('best', name, values);
  const text = { ...head, ...(best && { best: { step: best.step, loss: best.loss } }) };
  return writeSafetensors({ tensors, metadata: { [KEY]: JSON.stringify(text) } });
}

/**
 * Reads what `writeCheckpoint` packed.
 *
 * @throws EngineError `bad-model` where the file is damaged.
 */
export function readCheckpoint(bytes: Buffer): TrainingState {
  const { tensors, metadata } = parseSafetensors(bytes, 'The checkpoint');
  const { best, ...head } = headSchema.parse(JSON.parse(metadata[KEY] ?? 'null'));
  const named = (kind: string) =>
    [...tensors]
      .filter(([name]) => name.startsWith(`${kind} `))
      .map(([name, { data }]) => [name.slice(kind.length + 1), data] as const);
  const learnings = named('values').map(([name, values]) => {
    const mean = tensors.get(`mean ${name}`)!.data;
    const square = tensors.get(`square ${name}`)!.data;
    return [name, { values, mean, square }] as const;
  });
  return {
    ...head,
    learnings: new Map(learnings),
    best: best && { ...best, values: new Map(named('best')) },
  };
}
