import { EngineError } from '../contract/errors.ts';
import { runControls } from '../control/run-controls.ts';
import type { Control } from '../control/run-controls.ts';
import { applyGuidance, embedGuidance } from '../guidance.ts';
import type { Model } from '../runtime/model.ts';
import type { SessionClock } from '../runtime/session.ts';
import type { FloatTensor, TensorInfo } from '../runtime/tensor.ts';
import type { Conditioning } from './encode-prompt.ts';
import { latentSize } from './prepare-latents.ts';
import type { LatentShape } from './prepare-latents.ts';

/** The mask, [height * width], and each picture's masked latents. */
export interface ExtraChannels {
  mask: Float32Array;
  masked: Float32Array;
}

export interface UnetPassOptions {
  conditioning: Conditioning;
  guidance: number;
  /** What an inpainting UNet takes beside the latents. */
  extraChannels?: ExtraChannels | undefined;
  controls: readonly Control[];
}

/** Where in the run a pass stands. */
export interface PassPosition {
  index: number;
  passes: number;
  timestep: number;
  inputScale: number;
}

/**
 * The UNet of one run: guidance above 1 runs both halves as one batch, otherwise there is one half.
 * Its buffers are made once and filled anew at each pass.
 */
export class UnetPass {
  readonly #model: Model;
  readonly #options: UnetPassOptions;
  readonly #shape: LatentShape;
  readonly #halves: number;
  readonly #sample: FloatTensor;
  readonly #text: FloatTensor;
  readonly #guided: Float32Array;
  readonly #fixedFeeds: Record<string, FloatTensor>;

  constructor(model: Model, shape: LatentShape, options: UnetPassOptions) {
    const { conditioning, guidance } = options;
    this.#model = model;
    this.#options = options;
    this.#shape = shape;
    this.#halves = conditioning.negative ? 2 : 1;
    const batch = this.#halves * shape.pictures;
    const channels = model.unetChannels;
    this.#sample = {
      data: new Float32Array(batch * channels * shape.height * shape.width),
      dims: [batch, channels, shape.height, shape.width],
    };
    this.#text = repeatText(conditioning, shape.pictures);
    this.#guided = new Float32Array(shape.pictures * latentSize(shape));
    this.#fixedFeeds = guidanceFeeds(model, guidance, batch);
    this.#placeExtraChannels(options.extraChannels);
  }

  /** What the UNet predicts for the whole batch. The array is used again by the next pass. */
  async predict(
    sample: Float32Array,
    position: PassPosition,
    clock: SessionClock,
  ): Promise<Float32Array> {
    this.#placeSample(sample, position.inputScale);
    const feeds = {
      sample: this.#sample,
      timestep: timestepTensor(this.#model.graphs.unet.inputs.get('timestep')!, position.timestep),
      encoder_hidden_states: this.#text,
      ...this.#fixedFeeds,
    };
    const residuals = await runControls(
      this.#model,
      this.#options.controls,
      feeds,
      position,
      clock,
    );
    const unet = residuals ? this.#model.graphs.unetControlled! : this.#model.graphs.unet;
    const outputs = await unet.run({ ...feeds, ...residuals }, clock);
    const output = outputs['out_sample'] ?? Object.values(outputs)[0]!;
    if (this.#halves === 1) return output.data;
    applyGuidance(output.data, this.#options.guidance, this.#guided);
    return this.#guided;
  }

  /** Copies the scaled sample into each half, around the extra channels of each picture. */
  #placeSample(sample: Float32Array, scale: number): void {
    const { data } = this.#sample;
    const size = latentSize(this.#shape);
    const stride = data.length / (this.#halves * this.#shape.pictures);
    for (let row = 0; row < this.#halves * this.#shape.pictures; row++) {
      const from = (row % this.#shape.pictures) * size;
      const to = row * stride;
      for (let i = 0; i < size; i++) data[to + i] = sample[from + i]! * scale;
    }
  }

  #placeExtraChannels(extra: ExtraChannels | undefined): void {
    const { data } = this.#sample;
    const { pictures } = this.#shape;
    const stride = data.length / (this.#halves * pictures);
    const size = latentSize(this.#shape);
    if (stride === size) return;
    if (!extra || size + extra.mask.length + size !== stride) {
      throw new EngineError(
        'bad-request',
        'This model paints into a picture: it needs a picture and a mask.',
        'inpaint',
      );
    }
    for (let row = 0; row < this.#halves * pictures; row++) {
      const picture = row % pictures;
      data.set(extra.mask, row * stride + size);
      data.set(
        extra.masked.subarray(picture * size, (picture + 1) * size),
        row * stride + size + extra.mask.length,
      );
    }
  }
}

/** The text of the negative half and then of the positive one, once for each picture. */
function repeatText({ positive, negative }: Conditioning, pictures: number): FloatTensor {
  const rows = [...(negative ? [negative] : []), positive];
  const size = positive.data.length;
  const data = new Float32Array(rows.length * pictures * size);
  rows.forEach((row, half) => {
    for (let i = 0; i < pictures; i++) data.set(row.data, (half * pictures + i) * size);
  });
  return { data, dims: [rows.length * pictures, ...positive.dims] };
}

/** Older exports take the timestep as a list of one, or as one for each row. */
function timestepTensor({ dims }: TensorInfo, timestep: number): FloatTensor {
  return { data: Float32Array.of(timestep), dims: dims.length === 0 ? [] : [1] };
}

function guidanceFeeds(model: Model, guidance: number, batch: number): Record<string, FloatTensor> {
  const width = model.guidanceEmbeddingWidth;
  if (!width || !model.graphs.unet.inputs.has('timestep_cond')) return {};
  const row = embedGuidance(guidance, width);
  const data = new Float32Array(batch * width);
  for (let i = 0; i < batch; i++) data.set(row, i * width);
  return { timestep_cond: { data, dims: [batch, width] } };
}
