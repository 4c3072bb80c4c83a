import { useCallback, useEffect, useRef, useState } from 'react';
import { isSettled } from './generation-status.ts';
import { useLive } from './use-live.ts';
import type { GenerationStatus } from './generation-status.ts';

interface UseGenerationsOptions {
  /** In the order in which they come back. */
  ids: string[];
  /** What the loader knows; it wins once a generation has ended. */
  initial?: GenerationStatus[];
}

/** Previews come quicker than anyone can look; reading is held to this pace. */
const READ_EVERY_MS = 150;
/** Others' pictures move the queue, and nobody is told of them. */
const READ_QUEUE_EVERY_MS = 2_500;
const READ_AFTER_FAILURE_MS = 3_000;

/**
 * Keeps generations up to date while they wait and run: place in the queue, previews, the finished picture.
 * Reads them again whenever the site says that one changed, and after every new connection.
 */
export function useGenerations({ ids, initial = [] }: UseGenerationsOptions): GenerationStatus[] {
  const [known, setKnown] = useState(new Map<string, GenerationStatus>());
  const reading = useRef(false);
  const readAgain = useRef(false);
  /** No longer wanted: the page was left, or nobody is signed in any more. */
  const gone = useRef(false);
  const statuses = new Map(known);
  for (const status of initial) {
    if (isSettled(status) || !known.has(status.id)) statuses.set(status.id, status);
  }
  const unsettled = ids.filter((id) => {
    const status = statuses.get(id);
    return !status || !isSettled(status);
  });
  const wanted = useRef(unsettled);

  const read = useCallback(async () => {
    readAgain.current = true;
    if (reading.current) return;
    reading.current = true;
    while (readAgain.current && wanted.current.length > 0 && !gone.current) {
      readAgain.current = false;
      const news = await fetchStatuses(wanted.current);
      if (news) {
        setKnown((before) => new Map([...before, ...news.map((s) => [s.id, s] as const)]));
      } else {
        readAgain.current = true;
      }
      await pause(news ? READ_EVERY_MS : READ_AFTER_FAILURE_MS);
    }
    reading.current = false;
  }, []);

  useEffect(() => {
    wanted.current = unsettled;
  });
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const newIds = ids.filter((id) => !statuses.has(id)).join();
  useEffect(() => {
    if (newIds) void read();
  }, [newIds, read]);
  useLive(
    ({ kind, generationId }) => {
      if (kind === 'signed-out') gone.current = true;
      if (kind === 'resync' || (generationId && wanted.current.includes(generationId))) void read();
    },
    { enabled: unsettled.length > 0 },
  );

  const waits = unsettled.some((id) => statuses.get(id)?.state === 'waiting');
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void read(), READ_QUEUE_EVERY_MS);
    return () => clearInterval(timer);
  }, [waits, read]);

  return ids.flatMap((id) => statuses.get(id) ?? []);
}

/** Null where the site did not answer well. */
async function fetchStatuses(ids: string[]): Promise<GenerationStatus[] | null> {
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  try {
    const response = await fetch(`/generations?${query}`, {
      headers: { Accept: 'application/json' },
    });
    return response.ok ? ((await response.json()) as GenerationStatus[]) : null;
  } catch {
    return null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
