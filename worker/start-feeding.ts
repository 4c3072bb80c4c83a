import { setTimeout as pause } from 'node:timers/promises';
import { scheduleMissingRenders } from '#app/features/renders/schedule-render.server.ts';
import { feedTables } from '#app/features/tables/feed-tables.server.ts';
import { log } from '#app/platform/log.server.ts';

const FEED_EVERY_MS = 1_000;

/** Keeps running tables supplied with waiting pictures, and clocks set. Returns a function that ends it. */
export function startFeeding(): () => Promise<void> {
  const stopping = new AbortController();
  const feeding = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await feedTables();
        await scheduleMissingRenders();
      } catch (error) {
        log.error({ reason: (error as Error).message }, 'feeding tables failed');
      }
      await pause(FEED_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await feeding;
  };
}
