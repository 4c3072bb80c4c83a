/**
 * Measures what the engine adds to onnxruntime: the time of whole pictures over the time of the same
 * `session.run` calls alone, medians of interleaved runs. Run with `npm run bench [MODEL_DIR...]`.
 */
import os from 'node:os';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import type { TextToImageRequest } from '#worker/engine/contract/request.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';

const ROUNDS = 15;
const DEFAULT_MODELS = ['models/starter', 'tests/golden/tiny-sd-onnx'];

function requestFor(model: Model): TextToImageRequest {
  return {
    prompt: 'a red house, in a meadow, sunny sky',
    negativePrompt: 'fog',
    dialect: 'classroom',
    seeds: [1n],
    widthPx: model.defaults.widthPx ?? 64,
    heightPx: model.defaults.heightPx ?? 64,
    steps: 20,
    guidance: 4,
    schedule: 'default',
    noiseSource: 'torch-cpu',
  };
}

/** The same graphs on the same shapes as one picture, with nothing between the calls. */
async function runSessionsOnly(model: Model, request: TextToImageRequest): Promise<number> {
  const clock = { sessionMs: 0 };
  const { textEncoder, unet, vaeDecoder } = model.graphs;
  const ids = { data: new Float32Array(77), dims: [1, 77] };
  const hidden = Object.values(await textEncoder.run({ input_ids: ids }, clock))[0]!;
  await textEncoder.run({ input_ids: ids }, clock);
  const [, tokens = 0, width = 0] = hidden.dims;
  const side = [request.heightPx / model.latentScale, request.widthPx / model.latentScale] as const;
  const feeds = {
    sample: filled([2, model.unetChannels, ...side]),
    timestep: filled(unet.inputs.get('timestep')!.dims.length === 0 ? [] : [1]),
    encoder_hidden_states: filled([2, tokens, width]),
  };
  for (let step = 0; step < request.steps; step++) await unet.run(feeds, clock);
  const latent = {
    [[...vaeDecoder.inputs.keys()][0]!]: filled([1, model.latentChannels, ...side]),
  };
  await vaeDecoder.run(latent, clock);
  return clock.sessionMs;
}

function filled(dims: number[]): FloatTensor {
  const length = dims.reduce((size, dim) => size * dim, 1);
  return { data: Float32Array.from({ length }, (_, i) => Math.sin(i)), dims };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

async function benchModel(dir: string): Promise<void> {
  const model = await loadModel(dir);
  const request = requestFor(model);
  const pipelineMs: number[] = [];
  const ownSessionMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const { timing } = await generateImages(model, request, { onStep: () => undefined });
    const bare = await runSessionsOnly(model, request);
    if (round < 0) continue;
    pipelineMs.push(timing.totalMs);
    ownSessionMs.push(timing.totalMs / timing.sessionMs);
    bareMs.push(bare);
  }
  await model.close();
  const pipeline = median(pipelineMs);
  const bare = median(bareMs);
  console.log(
    `| ${model.name} | ${pipeline.toFixed(1)} | ${bare.toFixed(1)} | ${(pipeline / bare).toFixed(3)} | ${median(ownSessionMs).toFixed(3)} |`,
  );
}

const given = process.argv.slice(2);
console.log(`${os.cpus().length} cores, Node ${process.version}, ${ROUNDS} rounds, medians\n`);
console.log(
  '| model | picture (ms) | bare sessions (ms) | picture / bare | picture / its own sessions |',
);
console.log('|---|---|---|---|---|');
for (const dir of given.length > 0 ? given : DEFAULT_MODELS) await benchModel(dir);
