import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { z } from 'zod';
import { pool } from './db.server.ts';
import { env } from './env.server.ts';
import { log } from './log.server.ts';

const CHANNEL = 'easel_live';
const RECONNECT_DELAY_MS = 500;

/** What happened, as ids only: whoever hears it reads the row again. */
const liveEventSchema = z.object({
  kind: z.enum(['generation', 'moderation', 'class', 'submission', 'concept']),
  classId: z.string(),
  userId: z.string(),
  generationId: z.string().optional(),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;

const listeners = new EventEmitter().setMaxListeners(0);
let listening: Promise<void> | undefined;
let hangUp = async (): Promise<void> => {};

/** Tells every process of the site that something changed, through PostgreSQL's NOTIFY. */
export async function publishLive(event: LiveEvent): Promise<void> {
  await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
}

/**
 * Calls `onEvent` for each event until the returned function is called. After a lost connection to the
 * database `onReconnect` is called, since events may have been missed.
 */
export function subscribeLive(
  onEvent: (event: LiveEvent) => void,
  onReconnect: () => void = () => {},
): () => void {
  listening ??= listen();
  listeners.on('event', onEvent);
  listeners.on('reconnect', onReconnect);
  return () => {
    listeners.off('event', onEvent);
    listeners.off('reconnect', onReconnect);
  };
}

async function listen(): Promise<void> {
  const client = new Client({ connectionString: env().DATABASE_URL });
  let over = false;
  hangUp = async () => {
    over = true;
    await client.end();
  };
  const retry = (error?: Error) => {
    if (over) return;
    over = true;
    log.warn({ reason: error?.message }, 'live events: connection lost, connecting again');
    client.end().catch(() => {});
    setTimeout(() => void listen(), RECONNECT_DELAY_MS).unref();
  };
  client.on('error', retry);
  client.on('end', () => retry());
  client.on('notification', ({ payload }) => {
    listeners.emit('event', liveEventSchema.parse(JSON.parse(payload ?? '')));
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    // Whoever subscribed before this moment may have missed something, at the first connection too.
    listeners.emit('reconnect');
  } catch (error) {
    retry(error as Error);
  }
}

/** Ends this process's connection for live events, for a clean stop. */
export async function closeLive(): Promise<void> {
  await listening;
  await hangUp();
  listening = undefined;
}
