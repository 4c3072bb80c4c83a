import { Link, useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Notice } from '#app/components/notice.tsx';
import { useToast } from '#app/components/toast.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import type { Notices } from './find-notices.server.ts';

/** Above every page: what waits for a teacher, and what a student's class is doing. It keeps itself up to date. */
export function SiteNotices() {
  const fetcher = useFetcher<Notices>();
  const toast = useToast();
  const { pathname } = useLocation();
  const { load, state } = fetcher;
  // A load in place of one under way would cut it off, which the browser tells as an error.
  const isIdle = useRef(true);
  const isWanted = useRef(true);
  useEffect(() => {
    isIdle.current = state === 'idle';
    if (!isIdle.current || !isWanted.current) return;
    isWanted.current = false;
    isIdle.current = false;
    load('/notices');
  }, [load, state]);
  useLive(({ kind }) => {
    if (kind !== 'moderation' && kind !== 'class' && kind !== 'resync') return;
    if (!isIdle.current) {
      isWanted.current = true;
      return;
    }
    isIdle.current = false;
    load('/notices');
  });
  const { waiting = 0, paused = false, spotlight = null } = fetcher.data ?? {};
  const before = useRef<number>();
  useEffect(() => {
    if (!fetcher.data) return;
    if (before.current !== undefined && waiting > before.current)
      toast({ message: 'Something new waits for you to look at.' });
    before.current = waiting;
  }, [fetcher.data, waiting, toast]);
  return (
    <>
      {waiting > 0 && pathname !== '/moderation' && (
        <Notice>
          <Link to="/moderation">
            {waiting === 1 ? '1 thing waits' : `${waiting} things wait`} for you to look at
          </Link>
        </Notice>
      )}
      {paused && (
        <Notice title="Your teacher has paused the class" live="polite">
          No new picture starts just now. Those that you asked for wait and go on by themselves.
        </Notice>
      )}
      {spotlight && pathname !== `/pictures/${spotlight.pictureId}` && (
        <Notice live="polite">
          <Link to={`/pictures/${spotlight.pictureId}`}>
            Your teacher would like you to look at{' '}
            {spotlight.madeBy ? `${spotlight.madeBy}’s` : 'a'} picture
          </Link>
        </Notice>
      )}
    </>
  );
}
