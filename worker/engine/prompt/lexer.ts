import { SPACE } from './characters.ts';
import type { Span } from './ast.ts';

export type Bracket = 'round' | 'square';

export type Token = Span &
  (
    | { kind: 'text'; text: string }
    /** A backslash and what it protects; a lone backslash stands for nothing. */
    | { kind: 'escape'; text: string }
    | { kind: 'open'; bracket: Bracket }
    /** `text` is the bracket as typed; `number` is what stands between `:` and `)`. */
    | { kind: 'close'; bracket: Bracket; text: string; number?: string }
    /** `<lora:name:strength>`, which stands for no text. */
    | { kind: 'lora'; name: string; strength: string | undefined }
  );

const TAG = '<lora:(?<name>[^<>:()[\\]\\\\\\n]+)(?::(?<strength>[+-]?[.\\d]+))?>';
const TOKEN = new RegExp(
  `${TAG}|\\\\[()[\\]\\\\]?|[([]|:${SPACE}*(?<number>[+-]?[.\\p{Nd}]+)${SPACE}*\\)|[)\\]]|` +
    `(?:(?!<lora:)[^\\\\()[\\]:])+|[:<]`,
  'gu',
);

/**
 * Cuts `text` (or a stretch of it) into the tokens of WebUI's attention grammar, in the order of
 * `re_attention` in its `modules/prompt_parser.py`, and the tags of its `modules/extra_networks.py`
 * that name a LoRA. Every character belongs to one token.
 */
export function lexPrompt(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index;
    const span = { start: at, end: at + match[0].length };
    tokens.push({ ...span, ...readToken(match[0], match.groups ?? {}) });
  }
  return tokens;
}

type TokenBody = Token extends infer T ? (T extends Span ? Omit<T, keyof Span> : never) : never;

function readToken(text: string, groups: Partial<Record<string, string>>): TokenBody {
  const { name, strength, number } = groups;
  if (name !== undefined) return { kind: 'lora', name, strength };
  if (number !== undefined) return { kind: 'close', bracket: 'round', text, number };
  if (text.startsWith('\\')) return { kind: 'escape', text: text.slice(1) };
  if (text === '(') return { kind: 'open', bracket: 'round' };
  if (text === '[') return { kind: 'open', bracket: 'square' };
  if (text === ')') return { kind: 'close', bracket: 'round', text };
  if (text === ']') return { kind: 'close', bracket: 'square', text };
  return { kind: 'text', text };
}
