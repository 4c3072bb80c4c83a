import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#app/features/pictures/use-live.ts';
import { useReading } from '#app/features/site/use-reading.ts';
import type { HeatmapStatus } from './find-heatmaps.server.ts';
import { findOverlays, uniteWords } from './find-overlays.ts';
import type { HeatmapPicture } from './find-overlays.ts';

interface Reply {
  statuses: HeatmapStatus[];
  error: string | null;
}

/** Others' pictures move the queue, and nobody is told of them. */
const READ_EVERY_MS = 2_000;
/** The picture still shows through. */
const FIRST_OPACITY_PERCENT = 65;

export type Heatmaps = ReturnType<typeof useHeatmaps>;

/** Where the model looked for the words of one or more pictures: what is known, what is chosen, what to lay over. */
export function useHeatmaps(pictures: readonly HeatmapPicture[]) {
  const { t } = useTranslation();
  const fetcher = useFetcher<Reply>();
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [opacityPercent, setOpacityPercent] = useState(FIRST_OPACITY_PERCENT);
  const query = new URLSearchParams(pictures.map(({ id }) => ['picture', id])).toString();
  const { submit, data: asked } = fetcher;
  const { answer, read } = useReading<Reply>(`/heatmaps?${query}`);
  useEffect(() => {
    if (asked) read();
  }, [asked, read]);
  const statuses = answer?.statuses ?? [];
  const waits = statuses.some(({ state }) => state === 'waiting' || state === 'running');

  useLive(read, { enabled: waits });
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(read, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [waits, read]);

  const words = uniteWords(statuses);
  const chosen = words.find(({ key }) => key === chosenKey);
  return {
    pictures,
    statuses,
    words,
    chosen,
    /** Chooses a word; the chosen one again is none. */
    choose: (key: string) => setChosenKey(key === chosenKey ? null : key),
    opacityPercent,
    setOpacityPercent,
    ...findOverlays({ pictures, statuses, chosen, t }),
    read,
    ask: () => submit(new URLSearchParams(query), { method: 'post', action: '/heatmaps' }),
    isAsking: fetcher.state !== 'idle',
    isRead: answer !== undefined,
    error: asked?.error ?? null,
  };
}
