import { EngineError } from '../contract/errors.ts';
import type { Model } from '../runtime/model.ts';
import type { SessionClock } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

/** A control picture, ready for the graph: RGB planes in 0..1, [1, 3, H, W]. */
export interface Control {
  picture: FloatTensor;
  /** What a union network is told about the picture's type. */
  typeRow: Float32Array | undefined;
  weight: number;
  /** The part of the run in which it steers, as shares of its passes. */
  start: number;
  end: number;
}

/** Whether a control steers pass `index` of `passes`, as diffusers decides it. */
export function isActive({ start, end }: Control, index: number, passes: number): boolean {
  return index / passes >= start && (index + 1) / passes <= end;
}

/**
 * Runs the controls that are active at a pass and adds up what they give to each UNet block;
 * undefined where none is active, so that the plain UNet runs.
 *
 * @throws EngineError `bad-request` where the model has no control graphs.
 */
export async function runControls(
  model: Model,
  controls: readonly Control[],
  feeds: Record<string, FloatTensor>,
  { index, passes }: { index: number; passes: number },
  clock: SessionClock,
): Promise<Record<string, FloatTensor> | undefined> {
  const active = controls.filter((control) => isActive(control, index, passes));
  if (active.length === 0) return undefined;
  const { controlNet, unetControlled } = model.graphs;
  if (!controlNet || !unetControlled) {
    throw new EngineError('bad-request', 'This model has no ControlNet.', 'controls');
  }
  const batch = feeds['sample']!.dims[0]!;
  const sums: Record<string, FloatTensor> = {};
  for (const { picture, typeRow, weight } of active) {
    const outputs = await controlNet.run(
      {
        ...feeds,
        controlnet_cond: repeatRows(picture, batch),
        ...(typeRow && {
          control_type: repeatRows({ data: typeRow, dims: [1, typeRow.length] }, batch),
        }),
        conditioning_scale: { data: Float32Array.of(weight), dims: [] },
      },
      clock,
    );
    for (const [block, residual] of Object.entries(outputs)) {
      const sum = sums[`${block}_additional_residual`];
      if (sum) sum.data.forEach((x, i) => (sum.data[i] = x + residual.data[i]!));
      else sums[`${block}_additional_residual`] = residual;
    }
  }
  return sums;
}

function repeatRows({ data, dims }: FloatTensor, rows: number): FloatTensor {
  const repeated = new Float32Array(rows * data.length);
  for (let row = 0; row < rows; row++) repeated.set(data, row * data.length);
  return { data: repeated, dims: [rows, ...dims.slice(1)] };
}
