import { Link, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { useToast } from '#app/components/toast.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { useNotices } from './use-notices.ts';

/** Above every page: what waits for a teacher, and what a student's class is doing. It keeps itself up to date. */
export function SiteNotices() {
  const { t } = useTranslation();
  const toast = useToast();
  const { pathname } = useLocation();
  const { notices, readAgain } = useNotices(pathname);
  useLive(
    ({ kind }) => {
      if (kind === 'signed-out')
        toast({ message: t('You are signed out. Sign in again to see what is new.') });
      if (kind === 'moderation' || kind === 'class' || kind === 'resync') readAgain();
    },
    { enabled: pathname !== '/sign-in' },
  );
  const { waiting = 0, paused = false, spotlight = null } = notices ?? {};
  const before = useRef<number>();
  useEffect(() => {
    if (!notices) return;
    if (before.current !== undefined && waiting > before.current)
      toast({ message: t('Something new waits for you to look at.') });
    before.current = waiting;
  }, [notices, waiting, toast, t]);
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
