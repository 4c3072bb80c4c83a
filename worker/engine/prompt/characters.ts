/** What Python's `\s` matches in text, as a regular expression class: WebUI's grammar rests on it. */
export const SPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

/** What ends a phrase: commas of several scripts, semicolons and line ends. */
export const SEPARATOR = '[,，、;；\\n]';

/** `BREAK` as a word of its own, with the space around it (WebUI's `\s*\bBREAK\b\s*`). */
export function breakPattern(): RegExp {
  return new RegExp(`${SPACE}*(?<![\\p{L}\\p{N}_])BREAK(?![\\p{L}\\p{N}_])${SPACE}*`, 'gu');
}
