import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';

/** Why a person can't let programs in: they are in no class, or their teacher has not switched programs on. */
export function ProgramsOff({ className }: { className: string | null }) {
  const { t } = useTranslation();
  if (!className)
    return <Notice title={t('You are in no class yet')}>{t('Join a class first.')}</Notice>;
  return (
    <Notice title={t('Programs are switched off')}>
      {t('The teacher of {{className}} can switch them on, on the page of the class.', {
        className,
      })}
    </Notice>
  );
}
