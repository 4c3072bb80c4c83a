import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import { settingsKey } from './find-differing-fields.ts';
import type { ComparedGeneration } from './find-differing-fields.ts';

/** Pictures of one prompt and one seed in which the weight of one phrase alone differs. */
export interface Sweep<Picture> {
  /** The phrase, in small letters. */
  phrase: string;
  /** By rising weight, one for each. */
  steps: { weight: number; picture: Picture }[];
}

/**
 * Finds the pictures that are a fair test of a weight. A picture is in several sweeps where the weights of several
 * phrases were tried; of two pictures with the same weights the first one counts.
 */
export function findSweeps<Picture extends ComparedGeneration>(
  pictures: readonly Picture[],
): Sweep<Picture>[] {
  const sweeps = new Map<string, { phrase: string; steps: Map<number, Picture> }>();
  for (const picture of pictures) {
    const phrases = describePrompt(picture.prompt, picture.dialect as PromptDialect);
    // A phrase that mixes weights within has none of its own.
    if (phrases.some(({ parts }) => parts.length !== 1)) continue;
    const words = phrases.map(({ text }) => text).join(', ');
    const same = `${picture.seed} ${settingsKey({ ...picture, prompt: words })}`;
    phrases.forEach(({ text, weight }, index) => {
      const others = phrases.map((phrase, at) => (at === index ? null : phrase.weight));
      const key = JSON.stringify([same, index, others]);
      const sweep = sweeps.get(key) ?? { phrase: text.toLowerCase(), steps: new Map() };
      if (!sweep.steps.has(weight)) sweep.steps.set(weight, picture);
      sweeps.set(key, sweep);
    });
  }
  return [...sweeps.values()]
    .filter(({ steps }) => steps.size > 1)
    .map(({ phrase, steps }) => ({
      phrase,
      steps: [...steps]
        .map(([weight, picture]) => ({ weight, picture }))
        .sort((a, b) => a.weight - b.weight),
    }));
}
