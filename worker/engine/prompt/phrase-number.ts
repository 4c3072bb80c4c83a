import { SEPARATOR, SPACE } from './characters.ts';

export const QUOTES = '"\'”’»';

/** A number as the classroom dialect writes it. */
export const NUMBER = '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)';

/** What may stand behind a phrase's number: the end of the phrase or of the sentence. */
export const PHRASE_END =
  `[${QUOTES}]?(?:${SPACE}*(?:${SEPARATOR}|$)|` +
  `${SPACE}+(?:BREAK|AND)(?![\\p{L}\\p{N}_])|${SPACE}*<lora:|[.!?]+(?:${SPACE}|$))`;

/** A phrase's weight, from its colon on. */
export const WEIGHT = new RegExp(`:[ \\t]*(${NUMBER})(?=${PHRASE_END})`, 'uy');

/** Matches a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
