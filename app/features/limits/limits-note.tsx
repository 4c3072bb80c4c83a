import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import type { StudentLimits } from './class-limits.ts';

/** How many pictures a student has left, and what to do where there are none. */
export function LimitsNote({ limits }: { limits: StudentLimits | null }) {
  const { t } = useTranslation();
  if (!limits || limits.left === null) return null;
  const { left, picturesAnHour } = limits;
  if (left > 0)
    return (
      <p role="status">
        {t('{{left}} of {{picturesAnHour}} pictures left in this hour', { left, picturesAnHour })}
      </p>
    );
  return (
    <Notice tone="warning" live="polite" title={t('No picture left in this hour')}>
      {t('Your class makes {{picturesAnHour}} an hour. Wait a little, or go on with a lesson.', {
        picturesAnHour,
      })}
    </Notice>
  );
}
