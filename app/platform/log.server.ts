import { pino } from 'pino';
import { env } from './env.server.ts';

/** The process's log, one JSON line an entry. Ids only: never a prompt, a name or a token. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined });
