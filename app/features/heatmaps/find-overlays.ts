import type { TFunction } from 'i18next';
import type { HeatmapStatus } from './find-heatmaps.server.ts';
import { sayPlace } from './find-place.ts';
import type { Place } from './find-place.ts';

/** A picture on the page; its label tells it from the others beside it. */
export interface HeatmapPicture {
  id: string;
  label?: string;
}

export interface HeatmapWord {
  key: string;
  label: string;
}

/** Colours to lay over a picture, and what they say. */
export interface HeatOverlay {
  src: string;
  alt: string;
}

interface FoundWord extends HeatmapWord {
  index: number;
  text: string;
  place: Place;
}

/** The words of one picture; a word that its prompt has twice is two. */
function listWords({ words }: HeatmapStatus): FoundWord[] {
  const seen = new Map<string, number>();
  return words.map(({ text, place }, index) => {
    const nth = (seen.get(text.toLowerCase()) ?? 0) + 1;
    seen.set(text.toLowerCase(), nth);
    const label = nth > 1 ? `${text} (${nth})` : text;
    return { key: `${text.toLowerCase()} ${nth}`, label, index, text, place };
  });
}

/** The words of all pictures, each once, in the order of the prompts. */
export function uniteWords(statuses: readonly HeatmapStatus[]): HeatmapWord[] {
  const words = new Map<string, HeatmapWord>();
  for (const { key, label } of statuses.flatMap(listWords))
    if (!words.has(key)) words.set(key, { key, label });
  return [...words.values()];
}

/** What a word is laid over each picture with, and a sentence a picture of where the model looked for it. */
export function findOverlays(options: {
  pictures: readonly HeatmapPicture[];
  statuses: readonly HeatmapStatus[];
  chosen: HeatmapWord | undefined;
  t: TFunction;
}): { overlays: Record<string, HeatOverlay>; sentences: string[] } {
  const { pictures, statuses, chosen, t } = options;
  const overlays: Record<string, HeatOverlay> = {};
  const sentences: string[] = [];
  for (const { id, label } of chosen ? pictures : []) {
    const status = statuses.find(({ pictureId }) => pictureId === id);
    if (status?.state !== 'ready') continue;
    const word = listWords(status).find(({ key }) => key === chosen?.key);
    const alt = word
      ? t('“{{word}}” was looked for {{where}}.', {
          word: word.text,
          where: sayPlace(t, word.place),
        })
      : t('“{{word}}” is not in its prompt.', { word: chosen?.label });
    sentences.push(label ? t('Picture {{label}}: {{sentence}}', { label, sentence: alt }) : alt);
    if (word) overlays[id] = { src: `/pictures/${id}/heatmaps/${word.index}`, alt };
  }
  return { overlays, sentences };
}
