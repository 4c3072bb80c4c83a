export { readLoraTags, setLora } from './lora-tags.ts';
export { parsePrompt } from './parser.ts';
export { planPrompt } from './plan.ts';
export { printPrompt } from './print.ts';
export { describePrompt, setPhraseWeight } from './describe.ts';
export type {
  LoraTag,
  ParsedPrompt,
  PromptBreak,
  PromptDialect,
  PromptError,
  PromptPart,
  WeightedText,
} from './ast.ts';
export type { ReadPhrase } from './describe.ts';
export type { PlannedPrompt } from './plan.ts';
