import type { LiveRow } from './read-live-log.ts';

/** A moment, and the words that stood in the field or under the picture then. */
export interface Key {
  atMs: number;
  prompt: string;
}
export type Shown = Key;

interface Measured {
  keys: Key[];
  shown: Shown[];
  log: LiveRow[];
  sentences: string[];
}

/** The figures of a run, a line each. */
export function summarize({ keys, shown, log, sentences }: Measured): string {
  const spans = sentences.map((sentence) => {
    const last = keys.findLastIndex(({ prompt }) => prompt === sentence);
    const first = last - [...sentence].length + 1;
    return { firstMs: keys[first]!.atMs, lastMs: keys[last]!.atMs, sentence };
  });
  const typedMs = spans.reduce((sum, { firstMs, lastMs }) => sum + lastMs - firstMs, 0);
  const whileTyping = shown.filter(({ atMs }) =>
    spans.some(({ firstMs, lastMs }) => atMs >= firstMs && atMs <= lastMs),
  );
  const ages = shown.flatMap(({ atMs, prompt }) => {
    const key = keys.findLast((each) => each.prompt === prompt && each.atMs <= atMs);
    return key ? [atMs - key.atMs] : [];
  });
  const lasts = spans.map(({ sentence, lastMs }) => {
    const picture = shown.find(({ prompt, atMs }) => prompt === sentence && atMs >= lastMs);
    return picture ? picture.atMs - lastMs : Infinity;
  });
  const count = (wanted: string) => log.filter(({ state }) => state === wanted).length;
  const states = [...new Set(log.map(({ state }) => state))];
  return [
    `keys: ${keys.length}, ${((1000 * keys.length) / (typedMs || 1)).toFixed(1)} a second`,
    `pictures shown: ${shown.length}, ${((1000 * whileTyping.length) / typedMs).toFixed(2)} a second while typing`,
    `from a picture's newest key to the picture: median ${middle(ages)} ms, longest ${Math.max(...ages)} ms`,
    `from the last key of a sentence to its picture: ${lasts.join(', ')} ms`,
    `requests: ${log.length} (${states.map((state) => `${count(state)} ${state}`).join(', ')})`,
    `engine: median ${middle(log.flatMap(({ pipeline_ms }) => pipeline_ms ?? []))} ms`,
    `jobs left behind: ${count('waiting') + count('running')}`,
  ].join('\n');
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
