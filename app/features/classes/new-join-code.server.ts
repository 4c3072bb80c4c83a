import { drawCode } from './join-code.ts';

const DAY_MS = 24 * 3600 * 1000;
const DEFAULT_LIFETIME_DAYS = 30;

/** A fresh, open join code, as the columns of a class. */
export function newJoinCode(lifetimeDays: number = DEFAULT_LIFETIME_DAYS) {
  return {
    joinCode: drawCode(),
    joinExpiresAt: new Date(Date.now() + lifetimeDays * DAY_MS),
    joinLocked: false,
  };
}
