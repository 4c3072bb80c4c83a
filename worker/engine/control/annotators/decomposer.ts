import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EngineError } from '#worker/engine/contract/errors.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import type { Graph, SessionOptions } from '#worker/engine/runtime/session.ts';
import { DECOMPOSED_TYPES } from './part-names.ts';
import type { PartName } from './part-names.ts';

const configSchema = z.object({
  multiple_of: z.number().int().min(1).max(256).default(16),
  outputs: z.array(z.string()).min(1),
});

/** Takes pictures apart into control pictures of their own size. */
export interface Decomposer {
  draw(part: PartName, image: RgbImage): Promise<RgbImage>;
  close(): Promise<void>;
}

/**
 * Loads the model that takes pictures apart (docs/decisions/0031-decomposer-contract.md): it draws
 * its findings itself, as the control network has learned to read them.
 *
 * @param dir its folder, with `model.onnx` and `config.json`
 * @throws EngineError `model-missing` where there is no such folder, `bad-model` naming the file that
 *   is damaged
 */
export async function loadDecomposer(
  dir: string,
  options: SessionOptions = {},
): Promise<Decomposer> {
  const { multiple_of: multiple, outputs } = await readConfig(path.join(dir, 'config.json'));
  const graph = await openGraph(path.join(dir, 'model.onnx'), 'annotators/model.onnx', options);
  return {
    async draw(part, image) {
      if (!outputs.includes(part) || !graph.outputs.has(part)) {
        throw new EngineError('bad-request', `The annotator does not draw ${part}.`, 'controls');
      }
      return runPadded(graph, part, image, multiple);
    },
    close: () => graph.release(),
  };
}

async function readConfig(file: string): Promise<z.infer<typeof configSchema>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `${DECOMPOSED_TYPES.join(', ')} need a model that this computer does not have.`;
    throw failure('model-missing', message, file, cause);
  });
  try {
    return configSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw failure('bad-model', 'The annotator’s config.json is damaged.', file, cause);
  }
}

/** Runs the graph on the picture with its edges repeated up to the sides that it takes. */
async function runPadded(
  graph: Graph,
  output: string,
  image: RgbImage,
  multiple: number,
): Promise<RgbImage> {
  const { widthPx, heightPx } = image;
  const grown = (px: number) => Math.ceil(px / multiple) * multiple;
  const [width, height] = [grown(widthPx), grown(heightPx)];
  const plane = width * height;
  const planes = new Float32Array(3 * plane);
  for (let at = 0; at < plane; at++) {
    const x = Math.min(at % width, widthPx - 1);
    const y = Math.min(Math.floor(at / width), heightPx - 1);
    const from = (y * widthPx + x) * 3;
    for (let c = 0; c < 3; c++) planes[c * plane + at] = image.data[from + c]! / 255;
  }
  const feeds = { picture: { data: planes, dims: [1, 3, height, width] } };
  const drawn = (await graph.run(feeds, { sessionMs: 0 }, [output]))[output]!;
  if (drawn.data.length !== planes.length) {
    throw new EngineError('bad-model', 'The annotator draws pictures of another size.', output);
  }
  const data = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let i = 0; i < data.length; i++) {
    const [pixel, colour] = [Math.floor(i / 3), i % 3];
    const at = Math.floor(pixel / widthPx) * width + (pixel % widthPx);
    data[i] = drawn.data[colour * plane + at]! * 255;
  }
  return { widthPx, heightPx, data: new Uint8Array(data.buffer) };
}

function failure(
  code: 'model-missing' | 'bad-model',
  message: string,
  file: string,
  cause: unknown,
): EngineError {
  const error = new EngineError(code, message, file);
  error.cause = cause;
  return error;
}
