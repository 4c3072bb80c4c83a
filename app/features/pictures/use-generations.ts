import { useCallback, useEffect, useRef, useState } from 'react';
import { isSettled } from './generation-status.ts';
import { useLive } from './use-live.ts';
import type { GenerationStatus } from './generation-status.ts';

interface UseGenerationsOptions {
  /** In the order in which they come back. */
  ids: string[];
  /** What the loader already knows, so that the first drawing is whole. */
  initial?: GenerationStatus[];
}

/** Previews come quicker than anyone can look; reading is held to this pace. */
const READ_EVERY_MS = 150;
const READ_AFTER_FAILURE_MS = 3_000;

/**
 * Keeps generations up to date while they wait and run: place in the queue, previews, the finished picture.
 * Reads them again whenever the site says that one changed, and after every new connection.
 */
export function useGenerations({ ids, initial = [] }: UseGenerationsOptions): GenerationStatus[] {
  const [known, setKnown] = useState(() => new Map(initial.map((status) => [status.id, status])));
  const reading = useRef(false);
  const readAgain = useRef(false);
  const gone = useRef(false);
  const unsettled = ids.filter((id) => !isSettledId(known, id));
  const wanted = useRef(unsettled);

  const read = useCallback(async () => {
    readAgain.current = true;
    if (reading.current) return;
    reading.current = true;
    while (readAgain.current && wanted.current.length > 0 && !gone.current) {
      readAgain.current = false;
      const statuses = await fetchStatuses(wanted.current);
      if (statuses) {
        setKnown((before) => new Map([...before, ...statuses.map((s) => [s.id, s] as const)]));
      } else {
        readAgain.current = true;
      }
      await pause(statuses ? READ_EVERY_MS : READ_AFTER_FAILURE_MS);
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
  const newIds = ids.filter((id) => !known.has(id)).join();
  useEffect(() => {
    if (newIds) void read();
  }, [newIds, read]);
  useLive(
    ({ kind, generationId }) => {
      if (kind === 'resync' || (generationId && wanted.current.includes(generationId))) void read();
    },
    { enabled: unsettled.length > 0 },
  );

  return ids.flatMap((id) => known.get(id) ?? []);
}

function isSettledId(known: Map<string, GenerationStatus>, id: string): boolean {
  const status = known.get(id);
  return status !== undefined && isSettled(status);
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
