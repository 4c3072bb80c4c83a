import { EngineError } from '#worker/engine/contract/errors.ts';
import type { Graph, SessionClock } from '#worker/engine/runtime/session.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';

/** A model of the ESRGAN kind: planes of RGB in 0..1, [1, 3, h, w], to the same, `scale` times larger. */
export interface Upscaler {
  scale: number;
  /** The only tile size that the graph takes, where it takes but one. */
  fixedTilePx: { widthPx: number; heightPx: number } | undefined;
  enlarge(tile: FloatTensor): Promise<FloatTensor>;
}

const PROBE_PX = 32;
const LARGEST_SCALE = 8;

/**
 * Makes an upscaler of a graph, whose scale is found by enlarging a small probe.
 *
 * @param label the model's name, for the error
 * @throws EngineError `bad-model` where the graph does not enlarge RGB pictures evenly
 */
export async function createUpscaler(
  graph: Graph,
  label: string,
  clock: SessionClock = { sessionMs: 0 },
): Promise<Upscaler> {
  const [input] = graph.inputs.values();
  const [output] = graph.outputs.keys();
  const takesRgb = input?.dims.length === 4 && [3, -1].includes(Number(input.dims[1]) || -1);
  if (!input || !output || graph.inputs.size !== 1 || !takesRgb) throw notAnUpscaler(label);
  const [, , height, width] = input.dims;
  const isFixed =
    typeof height === 'number' && typeof width === 'number' && height > 0 && width > 0;
  const fixedTilePx = isFixed ? { widthPx: width, heightPx: height } : undefined;
  const enlarge = async (tile: FloatTensor): Promise<FloatTensor> => {
    const results = await graph.run({ [input.name]: tile }, clock);
    const enlarged = results[output];
    if (!enlarged) throw notAnUpscaler(label);
    return enlarged;
  };
  const { widthPx, heightPx } = fixedTilePx ?? { widthPx: PROBE_PX, heightPx: PROBE_PX };
  const probe = new Float32Array(3 * widthPx * heightPx).fill(0.5);
  const { dims } = await enlarge({ data: probe, dims: [1, 3, heightPx, widthPx] }).catch(
    (cause) => {
      throw notAnUpscaler(label, cause);
    },
  );
  const scale = dims[3]! / widthPx;
  const isEven = Number.isInteger(scale) && scale <= LARGEST_SCALE && dims[2] === heightPx * scale;
  if (dims.length !== 4 || dims[1] !== 3 || !isEven) throw notAnUpscaler(label);
  return { scale, fixedTilePx, enlarge };
}

function notAnUpscaler(label: string, cause?: unknown): EngineError {
  const message = `${label} is not a model that enlarges pictures.`;
  const error = new EngineError('bad-model', message, label);
  error.cause = cause;
  return error;
}
