import { SEPARATOR } from './characters.ts';
import { escapeTags } from './lora-tags.ts';
import { formatWeight } from './weights.ts';
import type { ParsedPrompt, PromptDialect, PromptPart, WeightedText } from './ast.ts';

const SEPARATOR_CHAR = new RegExp(SEPARATOR);
const BARE_START = new RegExp(`(?:^|${SEPARATOR}|BREAK)\\s*$`);
const BARE_END = new RegExp(`^\\s*(?:${SEPARATOR}|$)`);
const LOOKS_NUMBERED = /(^|[\p{L}\p{M}"'”’»)\]}]):(?=[ \t]*[+-]?[.\d])/gu;

/** Texts of one weight with a `BREAK` between each two: both sides of a break weigh the same. */
interface Segment {
  texts: string[];
  weight: number;
}

/**
 * Prints a parsed prompt as text of either dialect, which parses to the same parts. A phrase of its
 * own prints as `grey cat:0.7` in the `classroom` dialect, as `(grey cat:0.7)` in `webui`. LoRAs come last.
 */
export function printPrompt(
  { parts, loras = [] }: Pick<ParsedPrompt, 'parts'> & Partial<Pick<ParsedPrompt, 'loras'>>,
  dialect: PromptDialect,
): string {
  const tags = loras.map(({ name, strength }) => `<lora:${name}:${formatWeight(strength)}>`);
  return printParts(parts, dialect) + tags.join('');
}

function printParts(parts: PromptPart[], dialect: PromptDialect): string {
  const segments = joinBreaks(parts);
  let printed = '';
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    const isAlone = segments.length === 1;
    if (segment.weight === 1) {
      printed +=
        segment.texts.join('') === '' && segment.texts.length === 1 && !isAlone
          ? '(\\:1)'
          : printTexts(segment.texts, dialect);
    } else {
      const [text = ''] = segment.texts;
      const standsAlone =
        segment.texts.length === 1 && BARE_START.test(printed) && endsPhrase(next);
      printed += standsAlone
        ? printWeighted({ text, weight: segment.weight }, dialect)
        : printBracketed(segment.texts, segment.weight, dialect);
    }
  }
  return printed;
}

/** Prints text that is a phrase of its own with its weight; weight 1 prints the text alone. */
export function printWeighted({ text, weight }: WeightedText, dialect: PromptDialect): string {
  if (dialect === 'classroom' && canBeBare(text)) {
    const phrase = escapeText(text, dialect);
    return weight === 1 ? phrase : `${phrase}:${formatWeight(weight)}`;
  }
  if (weight === 1 && !SEPARATOR_CHAR.test(text)) return escapeText(text, dialect);
  return printBracketed([text], weight, dialect);
}

function printBracketed(texts: string[], weight: number, dialect: PromptDialect): string {
  return `(${printTexts(texts, dialect) || '\\'}:${formatWeight(weight)})`;
}

function endsPhrase(next: Segment | undefined): boolean {
  if (!next) return true;
  const [first = '', ...rest] = next.texts;
  if (next.weight !== 1) return false;
  return first === '' ? rest.length > 0 : BARE_END.test(first) && SEPARATOR_CHAR.test(first);
}

function canBeBare(text: string): boolean {
  const endsWell = /[\p{L}\p{M}'’)\]]$/u.test(text);
  const isOnePhrase = !SEPARATOR_CHAR.test(text) && !text.includes('BREAK') && text === text.trim();
  return endsWell && isOnePhrase && !/[.:][^\s]*$/.test(text);
}

function joinBreaks(parts: PromptPart[]): Segment[] {
  const segments: Segment[] = [];
  let afterBreak = false;
  for (const part of parts) {
    const last = segments.at(-1);
    if ('break' in part) afterBreak = true;
    else if (afterBreak && last) {
      last.texts.push(part.text);
      afterBreak = false;
    } else segments.push({ texts: [part.text], weight: part.weight });
  }
  return segments;
}

/** A lone backslash stands for nothing and keeps the space beside a break. */
function printTexts(texts: string[], dialect: PromptDialect): string {
  const printed = texts.map((text, index) => {
    const opening = index > 0 ? (/^\s/.test(text) ? '\\' : ' ') : '';
    const closing = index < texts.length - 1 ? (/\s$/.test(text) ? '\\' : ' ') : '';
    return opening + escapeText(text, dialect) + closing;
  });
  return printed.join('BREAK');
}

function escapeText(text: string, dialect: PromptDialect): string {
  const escaped = escapeTags(text.replace(/[\\()[\]]/g, '\\$&')).replaceAll('BREAK', 'B\\REAK');
  return dialect === 'webui' ? escaped : escaped.replace(LOOKS_NUMBERED, '$1\\:');
}
