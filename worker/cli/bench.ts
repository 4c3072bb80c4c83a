/**
 * Measures the engine against onnxruntime alone, against diffusers in Python, and a class in shared
 * steps against pictures one by one: medians of interleaved runs. `npm run bench [MODEL_DIR...]`;
 * EASEL_BENCH_PYTHON names a Python with the packages of `bench/bench_diffusers.py`.
 */
import os from 'node:os';
import { loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { benchClass } from './bench/bench-class.ts';
import { benchJoiner } from './bench/bench-joiner.ts';
import { benchPipeline } from './bench/bench-pipeline.ts';
import { benchPython } from './bench/bench-python.ts';
import type { Comparison } from './bench/compare.ts';

const STARTER = 'models/starter';
const DEFAULT_MODELS = [STARTER, 'tests/golden/tiny-sd-onnx'];
const ROUNDS = { picture: 15, class: 3, joiner: 7 };

function print(name: string, what: string, { overMs, underMs, ratio }: Comparison): void {
  const figures = [overMs.toFixed(1), underMs.toFixed(1), ratio.toFixed(3)];
  console.log(`| ${name} | ${what} | ${figures.join(' | ')} |`);
}

async function benchModel(dir: string, model: Model): Promise<void> {
  print(model.name, 'picture / bare sessions', await benchPipeline(model, ROUNDS.picture));
  const python = process.env['EASEL_BENCH_PYTHON'];
  const times = python ? await benchPython(python, dir, model, ROUNDS.picture) : undefined;
  if (times) print(model.name, 'ours / diffusers in Python', times);
  else
    console.log(
      `| ${model.name} | ours / diffusers in Python | skipped: EASEL_BENCH_PYTHON names no Python that has it | | |`,
    );
}

async function benchSharing(model: Model): Promise<void> {
  print(model.name, 'class of 30: one by one / together', await benchClass(model, ROUNDS.class));
  print(model.name, 'first preview: joins / waits', await benchJoiner(model, ROUNDS.joiner));
}

const given = process.argv.slice(2);
const load = () => os.loadavg()[0]!.toFixed(1);
console.log(`${os.cpus().length} cores, Node ${process.version}, load ${load()} at the start\n`);
console.log('| model | what | ms | ms | ratio |');
console.log('|---|---|---|---|---|');
for (const dir of given.length > 0 ? given : DEFAULT_MODELS) {
  const model = await loadModel(dir);
  await benchModel(dir, model);
  if (dir !== DEFAULT_MODELS[1]) await benchSharing(model);
  await model.close();
}
console.log(`\nload ${load()} at the end`);
