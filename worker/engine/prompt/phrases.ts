import { SEPARATOR, SPACE, breakPattern } from './characters.ts';
import { lexPrompt } from './lexer.ts';
import { findMisreadings, findRatio } from './misreadings.ts';
import { QUOTES, WEIGHT, matchAt } from './phrase-number.ts';
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

const BEFORE_WEIGHT = new RegExp(`[\\p{L}\\p{M}${QUOTES})\\]}]$`, 'u');
const SEPARATOR_CHAR = new RegExp(SEPARATOR);
const ANY_SEPARATOR = new RegExp(SEPARATOR, 'g');
const ANY_SPACE = new RegExp(`${SPACE}*`, 'uy');
const BOUNDARY = new RegExp(`${SEPARATOR}|${breakPattern().source}`, 'gu');
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
      if (dialect === 'classroom') errors.push(...findRatio(text, token));
      const opened = levels.findLastIndex((open) => open.closedBy === token.bracket);
      if (opened > 0) levels.length = opened;
    } else if (token.kind === 'lora') {
      level.ends.push(token.start);
      level.starts.push(token.end);
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
      const start = Math.max(token.start, readUpTo);
      const isEscaped = afterBackslash && SEPARATOR_CHAR.test(text[start] ?? '');
      markBoundaries(text, start + (isEscaped ? 1 : 0), token.end, level);
    }
    afterBackslash = token.kind === 'escape' && token.text === '';
  }
  return { phrases: trimPhrases(text, top), weighted, errors };
}

function markBoundaries(text: string, from: number, to: number, level: Level): void {
  const part = text.slice(from, to);
  for (const match of part.matchAll(part.includes('BREAK') ? BOUNDARY : ANY_SEPARATOR)) {
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
  if (!BEFORE_WEIGHT.test(text.slice(Math.max(0, colon.start - 2), colon.start))) return undefined;
  errors.push(...findMisreadings(text, colon.start));
  const match = matchAt(WEIGHT, text, colon.start);
  const weight = match ? readWeight(match[1] ?? '') : undefined;
  if (!match || weight === undefined) return undefined;
  const start = skipSpace(text, findPhraseStart(text, colon.start, level));
  const phrase = text.slice(Math.max(start, colon.start - LONGEST_HOST), colon.start);
  if (isAddress(phrase.split(/\s/).at(-1) ?? '', match[1] ?? '')) return undefined;
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

function skipSpace(text: string, from: number): number {
  return from + (matchAt(ANY_SPACE, text, from)?.[0].length ?? 0);
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
