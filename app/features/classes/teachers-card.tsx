import { useFetcher } from '@remix-run/react';
import { UserPlus } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Avatar } from '#app/components/avatar.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import css from './roster-card.module.css';

interface TeachersCardProps {
  classId: string;
  teachers: { id: string; displayName: string }[];
  isArchived: boolean;
}

/** Who teaches the class, and the way in for one more. */
export function TeachersCard({ classId, teachers, isArchived }: TeachersCardProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ link: string }>();
  const link = fetcher.data?.link;
  return (
    <Card title={teachers.length === 1 ? t('Teacher') : t('Teachers')}>
      <ul className={css.list}>
        {teachers.map(({ id, displayName }) => (
          <li key={id} className={css.row}>
            <div className={css.head}>
              <Avatar name={displayName} />
              <span className={css.name}>{displayName}</span>
            </div>
          </li>
        ))}
      </ul>
      {link && (
        <p className={css.code} role="status">
          <Trans
            i18nKey="Send this link to your colleague. It works once, within a week: <b>{{link}}</b>"
            values={{ link }}
            components={{ b: <b translate="no" /> }}
          />
        </p>
      )}
      {!isArchived && (
        <fetcher.Form method="post" action={`/classes/${classId}/teachers`}>
          <Button
            variant="secondary"
            size="small"
            icon={<UserPlus aria-hidden />}
            busy={fetcher.state !== 'idle'}
          >
            {t('Invite a teacher')}
          </Button>
        </fetcher.Form>
      )}
    </Card>
  );
}
