import { useCallback, useEffect, useRef, useState } from 'react';
import type { Notices } from './find-notices.server.ts';

const NONE: Notices = { waiting: 0, paused: false, spotlight: null };

/**
 * What every page tells, read at once, on every new page and whenever `readAgain` is called; one read at a time.
 * A plain fetch: every form that is sent aborts the loads of Remix's fetchers, and an abort in the middle of an
 * answer is an error that nothing catches there.
 */
export function useNotices(pathname: string): {
  notices: Notices | undefined;
  readAgain: () => void;
} {
  const [notices, setNotices] = useState<Notices>();
  const isReading = useRef(false);
  const isWanted = useRef(false);
  const readAgain = useCallback(() => {
    isWanted.current = true;
    if (isReading.current) return;
    isReading.current = true;
    void (async () => {
      while (isWanted.current) {
        isWanted.current = false;
        const news = await fetchNotices();
        if (news) setNotices(news);
      }
      isReading.current = false;
    })();
  }, []);
  useEffect(readAgain, [pathname, readAgain]);
  return { notices, readAgain };
}

/** Null where the site is out of reach for a moment: the live connection's return reads again. */
async function fetchNotices(): Promise<Notices | null> {
  try {
    const reply = await fetch('/notices');
    // Whoever was signed out is led to the sign-in page.
    if (reply.redirected) return NONE;
    return reply.ok ? ((await reply.json()) as Notices) : null;
  } catch {
    return null;
  }
}
