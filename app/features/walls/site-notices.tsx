import { Link, useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { useToast } from '#app/components/toast.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import type { Notices } from './find-notices.server.ts';

/** Above every page: what waits for a teacher, and what a student's class is doing. It keeps itself up to date. */
export function SiteNotices() {
  const { t } = useTranslation();
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
  useLive(
    ({ kind }) => {
      if (kind === 'signed-out')
        toast({ message: 'You are signed out. Sign in again to see what is new.' });
      if (kind !== 'moderation' && kind !== 'class' && kind !== 'resync') return;
      if (!isIdle.current) {
        isWanted.current = true;
        return;
      }
      isIdle.current = false;
      load('/notices');
    },
    { enabled: pathname !== '/sign-in' },
  );
  const { waiting = 0, paused = false, spotlight = null } = fetcher.data ?? {};
  const before = useRef<number>();
  useEffect(() => {
    if (!fetcher.data) return;
    if (before.current !== undefined && waiting > before.current)
      toast({ message: t('Something new waits for you to look at.') });
    before.current = waiting;
  }, [fetcher.data, waiting, toast, t]);
  return (
    <>
      {waiting > 0 && pathname !== '/moderation' && (
        <Notice>
          <Link to="/moderation">
            {t('{{count}} things wait for you to look at', { count: waiting })}
          </Link>
        </Notice>
      )}
      {paused && (
        <Notice title={t('Your teacher has paused the class')} live="polite">
          {t(
            'No new picture starts just now. Those that you asked for wait and go on by themselves.',
          )}
        </Notice>
      )}
      {spotlight && pathname !== `/pictures/${spotlight.pictureId}` && (
        <Notice live="polite">
          <Link to={`/pictures/${spotlight.pictureId}`}>
            {spotlight.madeBy
              ? t('Your teacher would like you to look at {{madeBy}}’s picture', {
                  madeBy: spotlight.madeBy,
                })
              : t('Your teacher would like you to look at a picture')}
          </Link>
        </Notice>
      )}
    </>
  );
}
