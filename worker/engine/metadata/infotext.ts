/** What infotext says of a picture: two prompts, then named parameters in their order. */
export interface Infotext {
  prompt: string;
  negativePrompt: string;
  parameters: ReadonlyMap<string, string>;
}

/** The PNG text key that WebUI and most galleries read. */
export const INFOTEXT_KEY = 'parameters';

const NEGATIVE = 'Negative prompt:';
const PARAMETER = /\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/gu;
/** A last line with fewer pairs than this is part of the prompt. */
const FEWEST_PARAMETERS = 3;
/** A longer line is no line of parameters; reading it would take its length squared. */
const LONGEST_LINE = 20_000;

/**
 * Prints infotext as AUTOMATIC1111's WebUI does: the prompt, the negative prompt where there is
 * one, and a line of parameters. Values with a comma, a colon or a line end are JSON-quoted.
 */
export function formatInfotext({ prompt, negativePrompt, parameters }: Infotext): string {
  const pairs = Array.from(parameters, ([name, value]) => `${name}: ${quote(value)}`);
  const lines = [prompt];
  if (negativePrompt !== '') lines.push(`${NEGATIVE} ${negativePrompt}`);
  return [...lines, pairs.join(', ')].join('\n');
}

/**
 * Reads infotext. The last line holds the parameters only where at least three pairs are in it;
 * text without any is all prompt. Never throws. Spaces at line ends are not kept.
 */
export function parseInfotext(text: string): Infotext {
  const lines = text.trim().split('\n');
  const lastLine = lines.at(-1) ?? '';
  const pairs = lastLine.length > LONGEST_LINE ? [] : Array.from(lastLine.matchAll(PARAMETER));
  const hasParameters = pairs.length >= FEWEST_PARAMETERS;
  const prompts = (hasParameters ? lines.slice(0, -1) : lines).map((line) => line.trim());
  const negativeAt = prompts.findIndex((line) => line.startsWith(NEGATIVE));
  const promptEnd = negativeAt < 0 ? prompts.length : negativeAt;
  const negative = prompts.slice(promptEnd).join('\n').replaceAll(NEGATIVE, '');
  return {
    prompt: prompts.slice(0, promptEnd).join('\n').trim(),
    negativePrompt: negative.trim(),
    parameters: new Map(
      (hasParameters ? pairs : []).map(([, name = '', value = '']) => [name, unquote(value)]),
    ),
  };
}

function quote(value: string): string {
  return /[,:\n]/.test(value) ? JSON.stringify(value) : value;
}

function unquote(value: string): string {
  if (!value.startsWith('"') || !value.endsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
