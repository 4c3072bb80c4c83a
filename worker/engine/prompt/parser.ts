import { AttentionReader } from './attention.ts';
import { lexPrompt } from './lexer.ts';
import { findTagErrors, findTags } from './lora-tags.ts';
import { scanPhrases } from './phrases.ts';
import type { ParsedPrompt, PromptDialect, WeightedPhrase } from './ast.ts';
import type { Step } from './attention.ts';

/**
 * Reads a prompt into weighted parts; the parts' texts, one after another, are what is tokenised.
 * Never throws: what can't be read stays text and is named in `errors`.
 *
 * `webui` follows `parse_prompt_attention` of AUTOMATIC1111's `modules/prompt_parser.py` to the
 * last digit, but for two cases: a weight such as `1.2.3` is an error instead of an exception, and
 * a `BREAK` within brackets stays a break.
 */
export function parsePrompt(text: string, dialect: PromptDialect): ParsedPrompt {
  const scan = scanPhrases(text, dialect);
  const reader = new AttentionReader();
  for (const step of withPhrases(text, scan.weighted)) reader.take(step);
  const parts = reader.finish();
  const tokens = lexPrompt(text);
  const errors = [...scan.errors, ...reader.errors, ...findTagErrors(text, tokens)];
  return { parts, loras: findTags(tokens), errors: errors.sort((a, b) => a.start - b.start) };
}

/** Lexes the text around and within numbered phrases, whose edges take the numbers' place. */
function withPhrases(text: string, phrases: WeightedPhrase[]): Step[] {
  const opens = phrases.map(({ start, end }) => ({
    step: { kind: 'phrase-open' as const, start, end: start },
    rank: text.length - end,
  }));
  const closes = phrases.map(({ end, numberEnd, weight }) => ({
    step: { kind: 'phrase-close' as const, start: end, end: numberEnd, weight },
    rank: 0,
  }));
  const edges = [...opens, ...closes].sort(
    (a, b) => a.step.start - b.step.start || a.rank - b.rank,
  );
  const steps: Step[] = [];
  let at = 0;
  for (const { step } of edges) {
    steps.push(...lexPrompt(text, at, step.start), step);
    at = step.end;
  }
  return [...steps, ...lexPrompt(text, at)];
}
