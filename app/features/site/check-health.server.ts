import { pool } from '#app/platform/db.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';

const ANSWER_TIMEOUT_MS = 3_000;

export interface Health {
  database: boolean;
  queue: boolean;
}

/** Asks the database and the queue for a sign of life; no answer within three seconds is none. */
export async function checkHealth(): Promise<Health> {
  const [database, queue] = await Promise.all([
    answers(() => pool.query('SELECT 1')),
    answers(() => pictureQueue().count()),
  ]);
  return { database, queue };
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ANSWER_TIMEOUT_MS, false);
  });
  const answer = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
