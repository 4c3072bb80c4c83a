import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';
import { benchRequest } from './bench-request.ts';
import type { Comparison } from './compare.ts';
import { compare } from './compare.ts';

/** What the engine adds: whole pictures over the same `session.run` calls alone, in milliseconds. */
export function benchPipeline(model: Model, rounds: number): Promise<Comparison> {
  const request = benchRequest(model);
  const { widthPx, heightPx, steps } = request;
  const { textEncoder, unet, vaeDecoder } = model.graphs;
  const side = [heightPx / model.latentScale, widthPx / model.latentScale] as const;

  /** The same graphs on the same shapes, with nothing between the calls. */
  async function sessionsMs(): Promise<number> {
    const clock = { sessionMs: 0 };
    const ids = { data: new Float32Array(77), dims: [1, 77] };
    const hidden = Object.values(await textEncoder.run({ input_ids: ids }, clock))[0]!;
    await textEncoder.run({ input_ids: ids }, clock);
    const [, tokens = 0, width = 0] = hidden.dims;
    const feeds = {
      sample: filled([2, model.unetChannels, ...side]),
      timestep: filled(unet.inputs.get('timestep')!.dims.length === 0 ? [] : [1]),
      encoder_hidden_states: filled([2, tokens, width]),
    };
    for (let step = 0; step < steps; step++) await unet.run(feeds, clock);
    const [input] = vaeDecoder.inputs.keys();
    await vaeDecoder.run({ [input!]: filled([1, model.latentChannels, ...side]) }, clock);
    return clock.sessionMs;
  }

  async function pictureMs(): Promise<number> {
    const { timing } = await generateImages(model, request, { onStep: () => undefined });
    return timing.totalMs;
  }

  return compare(rounds, pictureMs, sessionsMs);
}

function filled(dims: number[]): FloatTensor {
  const length = dims.reduce((size, dim) => size * dim, 1);
  return { data: Float32Array.from({ length }, (_, i) => Math.sin(i)), dims };
}
