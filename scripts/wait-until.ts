import { setTimeout as pause } from 'node:timers/promises';

interface WaitOptions {
  timeoutMs: number;
  /** Names what is waited for in the error. */
  what: string;
  pollMs?: number;
}

/** Asks `condition` again and again until it holds; throws where it does not within `timeoutMs`. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  { timeoutMs, what, pollMs = 25 }: WaitOptions,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}.`);
    await pause(pollMs);
  }
}
