import { db } from '#app/platform/db.server.ts';
import { subscribeLive } from '#app/platform/live.server.ts';

/** Where an event was missed, the rows tell. */
const LOOK_AGAIN_MS = 2_000;

interface WaitOptions {
  ids: string[];
  timeoutMs: number;
  /** Ends the wait, as when the caller has hung up. */
  signal?: AbortSignal;
}

/** Waits until none of these generations waits or runs. Says whether that came to be in time. */
export async function waitForGenerations({
  ids,
  timeoutMs,
  signal,
}: WaitOptions): Promise<boolean> {
  const wanted = new Set(ids);
  const untilMs = Date.now() + timeoutMs;
  let wake = () => {};
  const unsubscribe = subscribeLive(
    ({ generationId }) => generationId && wanted.has(generationId) && wake(),
    () => wake(),
  );
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => (wake = resolve));
      const open = await db.generation.count({
        where: { id: { in: ids }, state: { in: ['waiting', 'running'] } },
      });
      if (open === 0) return true;
      const leftMs = untilMs - Date.now();
      if (leftMs <= 0 || signal?.aborted) return false;
      let timer: NodeJS.Timeout | undefined;
      const pause = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.min(leftMs, LOOK_AGAIN_MS));
      });
      await Promise.race([news, pause]);
      clearTimeout(timer);
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
