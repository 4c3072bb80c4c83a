import { SEPARATOR, SPACE, breakPattern } from './characters.ts';
import { lexPrompt } from './lexer.ts';
import { readWeight } from './weights.ts';
import type { PromptDialect, PromptError, Span, WeightedPhrase } from './ast.ts';
import type { Token } from './lexer.ts';

/** What the phrases of a prompt are, and which of them carry a number of their own. */
export interface PhraseScan {
  /** The comma-separated phrases outside all brackets, in order, space around them left out. */
  phrases: Span[];
  /** Numbered phrases at any depth; empty in the `webui` dialect. */
  weighted: WeightedPhrase[];
  errors: PromptError[];
}

/** One bracket's inside (or the whole prompt): where each of its phrases begins and ends. */
interface Level {
  closedBy: 'round' | 'square' | undefined;
  starts: number[];
  ends: number[];
}

const QUOTES = '"\'”’»';
const NUMBER = '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)';
const PHRASE_END =
  `[${QUOTES}]?(?:${SPACE}*(?:${SEPARATOR}|$)|` +
  `${SPACE}+(?:BREAK|AND)(?![\\p{L}\\p{N}_])|[.!?]+(?:${SPACE}|$))`;
const WEIGHT = new RegExp(`:[ \\t]*(${NUMBER})(?=${PHRASE_END})`, 'uy');
const MISPLACED = new RegExp(`:[ \\t]*${NUMBER}(?=${SPACE}+[\\p{L}\\p{N}])`, 'uy');
const MANY_POINTS = new RegExp(
  `:[ \\t]*([+-]?[.\\d]*\\.[.\\d]*\\.[.\\d]*\\d)(?=${PHRASE_END})`,
  'uy',
);
const DECIMAL_COMMA = new RegExp(`:[ \\t]*\\d,\\d+(?=${PHRASE_END})`, 'uy');
const BEFORE_WEIGHT = new RegExp(`[\\p{L}\\p{M}${QUOTES})\\]]$`, 'u');
const BOUNDARY = new RegExp(`${SEPARATOR}|${breakPattern().source}`, 'gu');
const LAST_WORD = /[^\s,;]*$/u;
const LONGEST_HOST = 255;
const AFTER_NUMBER = new RegExp(`[${QUOTES}.!?]*`, 'uy');

/**
 * Finds the phrases of a prompt. In the `classroom` dialect a phrase's trailing `:number` is its
 * weight where the colon follows a letter, a quote or a bracket and the number ends the phrase;
 * so `16:9`, `ratio 3:4`, `10:30`, addresses and `a\:2` stay text.
 */
export function scanPhrases(text: string, dialect: PromptDialect): PhraseScan {
  const weighted: WeightedPhrase[] = [];
  const errors: PromptError[] = [];
  const top: Level = { closedBy: undefined, starts: [0], ends: [] };
  const levels = [top];
  let readUpTo = 0;
  let afterBackslash = false;
  for (const token of lexPrompt(text)) {
    const level = levels.at(-1) ?? top;
    if (token.kind === 'open') {
      levels.push({ closedBy: token.bracket, starts: [token.end], ends: [] });
    } else if (token.kind === 'close') {
      const opened = levels.findLastIndex((open) => open.closedBy === token.bracket);
      if (opened > 0) levels.length = opened;
    } else if (token.kind === 'text' && token.text === ':' && dialect === 'classroom') {
      const phrase = readNumberedPhrase(text, token, level, errors);
      if (phrase) {
        weighted.push(phrase);
        readUpTo = phrase.numberEnd;
        const after = matchAt(AFTER_NUMBER, text, readUpTo)?.[0].length ?? 0;
        level.ends.push(readUpTo);
        level.starts.push(readUpTo + after);
      }
    } else if (token.kind === 'text') {
      const from = Math.max(token.start, readUpTo) + (afterBackslash ? 1 : 0);
      markBoundaries(text, from, token.end, level);
    }
    afterBackslash = token.kind === 'escape' && token.text === '';
  }
  return { phrases: trimPhrases(text, top), weighted, errors };
}

function markBoundaries(text: string, from: number, to: number, level: Level): void {
  for (const match of text.slice(from, to).matchAll(BOUNDARY)) {
    level.ends.push(from + match.index);
    level.starts.push(from + match.index + match[0].length);
  }
}

function readNumberedPhrase(
  text: string,
  colon: Token,
  level: Level,
  errors: PromptError[],
): WeightedPhrase | undefined {
  const before = text.slice(Math.max(0, colon.start - LONGEST_HOST), colon.start);
  if (!BEFORE_WEIGHT.test(before.slice(-2))) return undefined;
  reportMisreadings(text, colon.start, errors);
  const match = matchAt(WEIGHT, text, colon.start);
  const weight = match ? readWeight(match[1] ?? '') : undefined;
  if (!match || weight === undefined) return undefined;
  if (isAddress(LAST_WORD.exec(before)?.[0] ?? '', match[1] ?? '')) return undefined;
  const start = skipSpace(text, findPhraseStart(text, colon.start, level));
  return { start, end: colon.start, weight, numberEnd: colon.start + match[0].length };
}

/** A quotation that ends with a weight is one phrase: the separators within it are none. */
function findPhraseStart(text: string, end: number, level: Level): number {
  const quote = text[end - 1] === '”' ? '“' : text[end - 1] === '"' ? '"' : undefined;
  const opening = quote ? text.lastIndexOf(quote, end - 2) : -1;
  const within = level.starts.findLastIndex((start) => start <= opening);
  if (within >= 0) {
    level.starts.length = within + 1;
    level.ends.length = Math.min(level.ends.length, within);
  }
  return level.starts.at(-1) ?? 0;
}

function isAddress(word: string, number: string): boolean {
  if (word.includes('://')) return true;
  const isHost = /^(localhost|[\w-]+(\.[\w-]+)*\.[a-z]{2,})$/i.test(word);
  return isHost && /^\d{2,5}$/.test(number);
}

/** Names what looks like a weight and is read as something else. */
function reportMisreadings(text: string, at: number, errors: PromptError[]): void {
  const comma = matchAt(DECIMAL_COMMA, text, at);
  if (comma) {
    const message = `Write the weight with a point: ${comma[0].replace(',', '.')}`;
    errors.push({ message, start: at, end: at + comma[0].length });
  }
  const misplaced = matchAt(MISPLACED, text, at);
  if (misplaced && !matchAt(WEIGHT, text, at)) {
    const message = `A weight ends its phrase: put a comma after ${misplaced[0]}`;
    errors.push({ message, start: at, end: at + misplaced[0].length });
  }
  const points = matchAt(MANY_POINTS, text, at);
  if (points) {
    const message = `"${points[1]}" is not a number, so it is read as text.`;
    errors.push({ message, start: at, end: at + points[0].length });
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipSpace(text: string, from: number): number {
  const rest = new RegExp(`${SPACE}*`, 'uy');
  return from + (matchAt(rest, text, from)?.[0].length ?? 0);
}

function trimPhrases(text: string, top: Level): Span[] {
  const phrases: Span[] = [];
  for (const [index, from] of top.starts.entries()) {
    const to = top.ends[index] ?? text.length;
    const start = Math.min(skipSpace(text, from), to);
    const end = start + text.slice(start, to).trimEnd().length;
    if (end > start) phrases.push({ start, end });
  }
  return phrases;
}
