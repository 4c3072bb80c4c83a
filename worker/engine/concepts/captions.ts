import type { ConceptWord } from '../tokenizer/chunks.ts';
import { chunkParts } from '../tokenizer/chunks.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import type { Draws } from './draws.ts';
import type { TrainingPlan } from './training-plan.ts';

/** Ways to name a thing: with one alone, the word would learn what goes with it. */
const NAMINGS = ['a {}', '{}', 'the {}', 'one {}'];

/** What a training picture is called this time. */
export function captionFor(
  plan: Pick<TrainingPlan, 'kind' | 'name'>,
  caption: string,
  draws: Draws,
): string {
  const naming = NAMINGS[draws.below(NAMINGS.length)]!;
  if (plan.kind === 'style') return caption;
  const thing = naming.replace('{}', `<${plan.name}>`);
  return caption ? `${thing}, ${caption}` : thing;
}

/** The token ids of a caption: begin, 75 tokens, end. */
export function captionIds(
  caption: string,
  tokenizer: Tokenizer,
  concept: ConceptWord,
): readonly number[] {
  const parts = [{ text: caption, weight: 1 }];
  return chunkParts(parts, tokenizer, { concepts: [concept], maxChunks: 1 })[0]!.ids;
}
