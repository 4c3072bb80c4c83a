import type { WordPlace } from '../attention/locate-words.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

/** An encoded text: a vector a token, and the text as a whole where the UNet takes that too. */
export interface EncodedText {
  /** [tokens, width], as long in each row. */
  text: FloatTensor;
  /** Stable Diffusion XL's `text_embeds`. */
  pooled?: Float32Array | undefined;
}

/** One row of the UNet's batch: a picture under one of its texts. */
export interface TextRow {
  picture: number;
  /** Negative rows are what guidance goes away from; the others count by their share. */
  isNegative: boolean;
  /** 1, or the weight of a prompt that `AND` joins to others. */
  share: number;
  /** What the text is until a step, that step included. */
  schedule: TextUntil[];
}

export interface TextUntil extends EncodedText {
  untilStep: number;
  /** Where each word of the text lies among its tokens. */
  words: WordPlace[];
}

/** The text side of a run. Negative rows come first, and only where guidance acts. */
export type Conditioning = readonly TextRow[];

/** What a row says at a step; steps count from 1. */
export function textAt(row: TextRow, step: number): FloatTensor {
  return entryAt(row, step).text;
}

/** The entry of a row's schedule that holds at a step. */
export function entryAt({ schedule }: TextRow, step: number): TextUntil {
  return schedule.find(({ untilStep }) => step <= untilStep) ?? schedule[schedule.length - 1]!;
}
