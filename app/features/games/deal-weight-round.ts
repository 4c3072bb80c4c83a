import { findSweeps } from '#app/features/comparisons/find-sweeps.ts';
import type { Sweep } from '#app/features/comparisons/find-sweeps.ts';
import type { ComparedGeneration } from '#app/features/comparisons/find-differing-fields.ts';
import { orderByChance } from './order-by-chance.ts';

interface Dealt extends ComparedGeneration {
  id: string;
  pictureId: string;
}

const PICTURES_A_ROUND = 3;

/** One phrase in two or three weights. */
export interface WeightRound<Picture> {
  /** The picture that stands first, which names the round and tells nothing. */
  name: string;
  phrase: string;
  /** The phrase's largest weight, and the picture that has it. */
  weight: number;
  strongest: Picture;
  /** Those to choose from, in an order that tells nothing. */
  options: Sweep<Picture>['steps'];
}

/** All rounds that a class's pictures make. */
export function dealWeightRounds<Picture extends Dealt>(
  pictures: readonly Picture[],
): WeightRound<Picture>[] {
  return findSweeps(pictures).map(({ phrase, steps }) => {
    const spread = spreadOut(steps);
    const { weight, picture } = spread.at(-1)!;
    const options = orderByChance(spread, phrase, (step) => step.picture.id);
    const name = options[0]!.picture.pictureId;
    return { name, phrase, weight, strongest: picture, options };
  });
}

/** The least, the middle and the largest weight: neighbours look too much alike. */
function spreadOut<Step>(steps: readonly Step[]): Step[] {
  if (steps.length <= PICTURES_A_ROUND) return [...steps];
  return [steps[0]!, steps[Math.floor((steps.length - 1) / 2)]!, steps.at(-1)!];
}
