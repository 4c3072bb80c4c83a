import { lexPrompt } from './lexer.ts';
import { parsePrompt } from './parser.ts';
import { scanPhrases } from './phrases.ts';
import { printWeighted } from './print.ts';
import { resolveSchedule } from './schedule.ts';
import { formatWeight, readWeight } from './weights.ts';
import type { PromptDialect, PromptPart, Span, WeightedText } from './ast.ts';

/** One comma-separated phrase as the model will read it. */
export interface ReadPhrase extends Span {
  /** What is read: the typed text without its weight's brackets or number. */
  text: string;
  /** The weight of the whole phrase; a phrase that mixes weights has the one around it, or 1. */
  weight: number;
  /** The phrase's own parts, where it mixes weights within. */
  parts: PromptPart[];
}

/** Lists a prompt's phrases as they are read, with their places in the typed text. */
export function describePrompt(text: string, dialect: PromptDialect): ReadPhrase[] {
  return scanPhrases(text, dialect).phrases.map((span) => readPhrase(text, span, dialect));
}

/**
 * Rewrites `text` so that its phrase number `phraseIndex` (as `describePrompt` counts them) weighs
 * `weight`; all else stays as typed. An index that no phrase has leaves the text as it is.
 */
export function setPhraseWeight(
  text: string,
  dialect: PromptDialect,
  phraseIndex: number,
  weight: number,
): string {
  const span = scanPhrases(text, dialect).phrases[phraseIndex];
  if (!span) return text;
  const typed = text.slice(span.start, span.end);
  const only = findOnlyPart(typed, dialect);
  const rewritten = only
    ? printWeighted({ text: only.text, weight }, dialect)
    : weighMixed(typed, weight, dialect);
  return text.slice(0, span.start) + rewritten + text.slice(span.end);
}

function readPhrase(text: string, span: Span, dialect: PromptDialect): ReadPhrase {
  const typed = text.slice(span.start, span.end);
  const { parts } = parsePrompt(typed, dialect);
  const read = parts.map((part) => ('text' in part ? part.text : ' ')).join('');
  const whole = findOnlyPart(typed, dialect) ?? findOuterWeight(typed, dialect);
  return { ...span, text: read, weight: whole?.weight ?? 1, parts };
}

/** The phrase as one weighted text, where it is one throughout the run and for every seed. */
function findOnlyPart(typed: string, dialect: PromptDialect): WeightedText | undefined {
  const { parts, loras } = parsePrompt(typed, dialect);
  const [only, ...others] = parts;
  const changes =
    loras.length > 0 || /\{[^{}]*\|/.test(typed) || resolveSchedule(typed, 1000)[0]?.text !== typed;
  return only && 'text' in only && others.length === 0 && !changes ? only : undefined;
}

interface OuterWeight {
  inner: string;
  weight: number;
}

/** The weight that a phrase carries as a whole: `... :0.7` or `( ... :0.7)` around all of it. */
function findOuterWeight(typed: string, dialect: PromptDialect): OuterWeight | undefined {
  const numbered = scanPhrases(typed, dialect).weighted.find(
    (phrase) => phrase.start === 0 && phrase.numberEnd === typed.length,
  );
  if (numbered) return { inner: typed.slice(0, numbered.end), weight: numbered.weight };
  const tokens = lexPrompt(typed);
  const last = tokens.at(-1);
  if (tokens[0]?.kind !== 'open' || last?.kind !== 'close' || !last.number) return undefined;
  let depth = 0;
  for (const token of tokens.slice(0, -1)) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0) return undefined;
  }
  const weight = readWeight(last.number);
  if (depth !== 1 || weight === undefined) return undefined;
  return { inner: typed.slice(1, last.start), weight };
}

function weighMixed(typed: string, weight: number, dialect: PromptDialect): string {
  const inner = findOuterWeight(typed, dialect)?.inner ?? typed;
  const isOnePhrase = scanPhrases(inner, dialect).phrases.length === 1;
  if (weight === 1 && isOnePhrase) return inner;
  return `(${inner}:${formatWeight(weight)})`;
}
