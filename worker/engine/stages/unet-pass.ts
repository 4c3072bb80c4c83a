import type { AttentionRecorder } from '../attention/attention-recorder.ts';
import { EngineError } from '../contract/errors.ts';
import { runControls } from '../control/run-controls.ts';
import type { Control } from '../control/run-controls.ts';
import { applyGuidance, rescaleGuidance } from '../guidance.ts';
import type { Model } from '../runtime/model.ts';
import type { SessionClock } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { textAt } from './conditioning.ts';
import type { Conditioning } from './conditioning.ts';
import { latentSize } from './prepare-latents.ts';
import { guidanceFeeds, timestepTensor, xlFeeds } from './unet-feeds.ts';
import type { LatentShape } from './prepare-latents.ts';

/** The mask, [height * width], and each picture's masked latents. */
export interface ExtraChannels {
  mask: Float32Array;
  masked: Float32Array;
}

export interface UnetPassOptions {
  conditioning: Conditioning;
  guidance: number;
  guidanceRescale?: number | undefined;
  /** What an inpainting UNet takes beside the latents. */
  extraChannels?: ExtraChannels | undefined;
  controls: readonly Control[];
  /** Is given the attention maps of each pass. */
  attention?: AttentionRecorder | undefined;
}

/** Where in the run a pass stands. */
export interface PassPosition {
  /** Which of the run's steps, from 1: prompt schedules follow it. */
  step: number;
  index: number;
  passes: number;
  timestep: number;
  inputScale: number;
}

/**
 * The UNet of one run: all texts of all pictures are one batch. Its buffers are made once and filled
 * anew at each pass.
 */
export class UnetPass {
  readonly #model: Model;
  readonly #options: UnetPassOptions;
  readonly #shape: LatentShape;
  readonly #pictureOfRow: readonly number[];
  readonly #sample: FloatTensor;
  readonly #text: FloatTensor;
  #placedTexts: readonly Float32Array[] = [];
  readonly #guided: Float32Array;
  readonly #fixedFeeds: Record<string, FloatTensor>;

  constructor(model: Model, shape: LatentShape, options: UnetPassOptions) {
    const { conditioning, guidance } = options;
    this.#model = model;
    this.#options = options;
    this.#shape = shape;
    this.#pictureOfRow = conditioning.map(({ picture }) => picture);
    const batch = conditioning.length;
    const channels = model.unetChannels;
    this.#sample = {
      data: new Float32Array(batch * channels * shape.height * shape.width),
      dims: [batch, channels, shape.height, shape.width],
    };
    const [tokens, width] = textAt(conditioning[0]!, 1).dims as [number, number];
    this.#text = {
      data: new Float32Array(batch * tokens * width),
      dims: [batch, tokens, width],
    };
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
    this.#placeText(position.step);
    const feeds = {
      sample: this.#sample,
      encoder_hidden_states: this.#text,
      ...this.#fixedFeeds,
      ...xlFeeds(this.#model, this.#options.conditioning, this.#shape, position.step),
    };
    const { unet: plain, unetControlled, controlNet } = this.#model.graphs;
    const residuals = await runControls(
      this.#model,
      this.#options.controls,
      { ...feeds, timestep: timestepTensor(controlNet, position.timestep) },
      position,
      clock,
    );
    const unet = residuals ? unetControlled! : plain;
    const timestep = timestepTensor(unet, position.timestep);
    const { conditioning, guidance, guidanceRescale, attention } = this.#options;
    const [prediction] = unet.outputs.has('out_sample') ? ['out_sample'] : unet.outputs.keys();
    const wanted = [prediction!, ...(attention?.outputs ?? [])];
    const outputs = await unet.run({ ...feeds, timestep, ...residuals }, clock, wanted);
    const output = outputs[prediction!]!;
    attention?.record(outputs, position.step);
    applyGuidance(output.data, conditioning, guidance, this.#guided);
    if (guidanceRescale) rescaleGuidance(output.data, conditioning, guidanceRescale, this.#guided);
    return this.#guided;
  }

  /** Copies the scaled sample of its picture into each row, around what extra channels it has. */
  #placeSample(sample: Float32Array, scale: number): void {
    const { data } = this.#sample;
    const size = latentSize(this.#shape);
    const stride = data.length / this.#pictureOfRow.length;
    this.#pictureOfRow.forEach((picture, row) => {
      const from = picture * size;
      const to = row * stride;
      for (let i = 0; i < size; i++) data[to + i] = sample[from + i]! * scale;
    });
  }

  #placeText(step: number): void {
    const { data } = this.#text;
    const texts = this.#options.conditioning.map((row) => textAt(row, step).data);
    texts.forEach((text, row) => {
      if (this.#placedTexts[row] !== text) data.set(text, row * text.length);
    });
    this.#placedTexts = texts;
  }

  #placeExtraChannels(extra: ExtraChannels | undefined): void {
    const { data } = this.#sample;
    const stride = data.length / this.#pictureOfRow.length;
    const size = latentSize(this.#shape);
    if (stride === size) return;
    if (!extra || size + extra.mask.length + size !== stride) {
      throw new EngineError(
        'bad-request',
        'This model paints into a picture: it needs a picture and a mask.',
        'inpaint',
      );
    }
    this.#pictureOfRow.forEach((picture, row) => {
      const at = row * stride + size;
      data.set(extra.mask, at);
      data.set(extra.masked.subarray(picture * size, (picture + 1) * size), at + extra.mask.length);
    });
  }
}
