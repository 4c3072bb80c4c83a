import { useEffect } from 'react';
import { useReading } from '#app/features/site/use-reading.ts';
import type { Notices } from './find-notices.server.ts';

const NONE: Notices = { waiting: 0, paused: false, spotlight: null };

/** What every page tells, read at once, on every new page and whenever `readAgain` is called. */
export function useNotices(pathname: string): {
  notices: Notices | undefined;
  readAgain: () => void;
} {
  const { answer, isSignedOut, read } = useReading<Notices>('/notices');
  useEffect(read, [pathname, read]);
  return { notices: isSignedOut ? NONE : answer, readAgain: read };
}
