import type { FloatTensor } from '../runtime/tensor.ts';

/** One row of the UNet's batch: a picture under one of its texts. */
export interface TextRow {
  picture: number;
  /** Negative rows are what guidance goes away from; the others count by their share. */
  isNegative: boolean;
  /** 1, or the weight of a prompt that `AND` joins to others. */
  share: number;
  /** What the text is until a step, that step included: [tokens, width], as long in each row. */
  schedule: { untilStep: number; text: FloatTensor }[];
}

/** The text side of a run. Negative rows come first, and only where guidance acts. */
export type Conditioning = readonly TextRow[];

/** What a row says at a step; steps count from 1. */
export function textAt({ schedule }: TextRow, step: number): FloatTensor {
  return (schedule.find(({ untilStep }) => step <= untilStep) ?? schedule[schedule.length - 1]!)
    .text;
}
