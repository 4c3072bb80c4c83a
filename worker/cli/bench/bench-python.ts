import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { benchRequest } from './bench-request.ts';
import { compare } from './compare.ts';

const SCRIPT = fileURLToPath(new URL('./bench_diffusers.py', import.meta.url));
const replySchema = z.object({ ms: z.number() });

/**
 * The same picture by diffusers with onnxruntime in Python, from the same files. Undefined where
 * that Python has no such packages; what it lacks is printed on its stderr.
 */
export async function benchPython(python: string, dir: string, model: Model, rounds: number) {
  const request = benchRequest(model);
  const settings = { ...request, seeds: undefined, seed: Number(request.seeds[0]) };
  const child = spawn(python, [SCRIPT, dir, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  child.on('error', () => child.stdout.destroy());
  const ready = await lines.next().catch(() => ({ done: true as const }));
  if (ready.done) return undefined;
  const times = await compare(
    rounds,
    async () => (await generateImages(model, request)).timing.totalMs,
    async () => {
      child.stdin.write('draw\n');
      const line = await lines.next();
      return replySchema.parse(JSON.parse(String(line.value))).ms;
    },
  );
  child.stdin.end();
  return times;
}
