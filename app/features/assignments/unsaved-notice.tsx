import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { useSay } from '#app/components/use-say.ts';

/** Why a form that saves itself has stopped: another window has saved something else. Empty while it has not. */
export function UnsavedNotice({ errors }: { errors: string[] | undefined }) {
  const { t } = useTranslation();
  const say = useSay();
  if (!errors) return null;
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={errors.map(say).join(' ')}
      action={
        <Link to="." reloadDocument>
          {t('Load it again')}
        </Link>
      }
    >
      {t('What you changed here is not saved. Copy what you need first.')}
    </Notice>
  );
}
