import type { WordPlace } from '../attention/locate-words.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

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

export interface TextUntil {
  untilStep: number;
  /** [tokens, width], as long in each row. */
  text: FloatTensor;
  /** Where each word of the text lies among its tokens. */
  words: WordPlace[];
}

/** The text side of a run. Negative rows come first, and only where guidance acts. */
export type Conditioning = readonly TextRow[];

/** What a row says at a step; steps count from 1. */
export function entryAt({ schedule }: TextRow, step: number): TextUntil {
  return schedule.find(({ untilStep }) => step <= untilStep) ?? schedule[schedule.length - 1]!;
}

export function textAt(row: TextRow, step: number): FloatTensor {
  return entryAt(row, step).text;
}
