import { EngineError } from '../contract/errors.ts';
import type { WordHeatmap } from '../contract/result.ts';
import type { Graph } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { entryAt } from '../stages/conditioning.ts';
import type { Conditioning } from '../stages/conditioning.ts';
import type { LatentShape } from '../stages/prepare-latents.ts';
import { resizeBicubic } from './bicubic.ts';
import type { WordPlace } from './locate-words.ts';

const OUTPUT = /^attention_/;
/** DAAM leaves out the middle block: its few places are too coarse to point at anything. */
const MIDDLE = /^attention_mid/;

/** The outputs of a UNet graph that are attention maps, best without the middle block's. */
export function attentionOutputs(unet: Graph): string[] {
  const all = [...unet.outputs.keys()].filter((name) => OUTPUT.test(name));
  const outer = all.filter((name) => !MIDDLE.test(name));
  return outer.length > 0 ? outer : all;
}

interface WordSums {
  text: string;
  /** By output: attention to the word's tokens at each place of that layer, over all passes. */
  layers: Map<string, Float32Array>;
}

/**
 * Adds up where a run's words act ("What the DAAM", Tang et al. 2022): the cross-attention to their
 * tokens, in the rows with the prompt, over all passes and layers.
 */
export class AttentionRecorder {
  readonly outputs: readonly string[];
  readonly #conditioning: Conditioning;
  readonly #shape: LatentShape;
  /** By picture and by word: a word keeps its sums where a schedule changes what is around it. */
  readonly #sums: Map<string, WordSums>[];
  #passes = 0;

  /**
   * @param graphs the UNets that the run may use
   * @throws EngineError `bad-request` naming `heatmaps` where one of them has no attention maps.
   */
  constructor(graphs: readonly Graph[], conditioning: Conditioning, shape: LatentShape) {
    this.outputs = attentionOutputs(graphs[0]!);
    const all = graphs.every(({ outputs }) => this.outputs.every((name) => outputs.has(name)));
    if (this.outputs.length === 0 || !all) {
      throw new EngineError(
        'bad-request',
        graphs.length > 1 && this.outputs.length > 0
          ? 'This model can’t tell where its words act while a control steers it.'
          : 'This model can’t tell where its words act: its UNet gives no attention maps.',
        'heatmaps',
      );
    }
    this.#conditioning = conditioning;
    this.#shape = shape;
    this.#sums = Array.from({ length: shape.pictures }, () => new Map<string, WordSums>());
  }

  /** Adds a pass of the UNet: outputs [rows, heads, places, tokens], a row for each text. */
  record(outputs: Record<string, FloatTensor>, step: number): void {
    this.#passes++;
    this.#conditioning.forEach((row, index) => {
      if (row.isNegative) return;
      const seen = new Map<string, number>();
      for (const word of entryAt(row, step).words) {
        const nth = seen.get(word.text) ?? 0;
        seen.set(word.text, nth + 1);
        const sums = this.#sumsOf(row.picture, word.text, nth);
        for (const name of this.outputs) addAttention(sums, name, outputs[name]!, index, word);
      }
    });
  }

  /** Each picture's words with the mean attention to them at each latent. */
  finish(): WordHeatmap[][] {
    const { height, width } = this.#shape;
    return this.#sums.map((words) =>
      [...words.values()].map(({ text, layers }) => {
        const values = new Float32Array(height * width);
        for (const sum of layers.values()) {
          const large = resizeBicubic(sum, layerSize(sum.length, this.#shape), { height, width });
          const share = 1 / (this.#passes * layers.size);
          // Cubic curves swing below zero beside strong places.
          large.forEach((x, i) => (values[i] = values[i]! + Math.max(x, 0) * share));
        }
        return { text, height, width, values };
      }),
    );
  }

  #sumsOf(picture: number, text: string, nth: number): WordSums {
    const ofPicture = this.#sums[picture]!;
    const key = `${nth} ${text}`;
    const sums = ofPicture.get(key) ?? { text, layers: new Map<string, Float32Array>() };
    ofPicture.set(key, sums);
    return sums;
  }
}

/** Adds one row's attention to a word: the mean of its tokens and of the layer's heads. */
function addAttention(
  { layers }: WordSums,
  name: string,
  { data, dims }: FloatTensor,
  row: number,
  { columns }: WordPlace,
): void {
  const [, heads, places, tokens] = dims as [number, number, number, number];
  const sum = layers.get(name) ?? new Float32Array(places);
  layers.set(name, sum);
  const share = 1 / (heads * columns.length);
  for (let head = 0; head < heads; head++) {
    const start = (row * heads + head) * places * tokens;
    for (let place = 0; place < places; place++) {
      for (const column of columns) {
        sum[place] = sum[place]! + share * data[start + place * tokens + column]!;
      }
    }
  }
}

/** The size of a layer's feature map: the latents', divided by one power of two. */
function layerSize(places: number, { height, width }: LatentShape) {
  const factor = Math.round(Math.sqrt((height * width) / places));
  return { height: height / factor, width: width / factor };
}
