import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { RosterRow } from './roster-row.tsx';
import type { RosterEntry } from './list-roster.server.ts';
import css from './roster-card.module.css';

interface RosterCardProps {
  classId: string;
  students: RosterEntry[];
  isArchived: boolean;
}

/** Who is in the class, with what each has made. */
export function RosterCard({ classId, students, isArchived }: RosterCardProps) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('Students ({{count}})', { count: students.length })}
      action={
        !isArchived && (
          <LinkButton to={`/classes/${classId}/roster`} variant="quiet" size="small">
            {t('Add from a list')}
          </LinkButton>
        )
      }
    >
      {students.length === 0 ? (
        <p>
          <Trans
            i18nKey="Nobody has joined yet. Write the class code on the board; students type it at <to>/join</to>."
            components={{ to: <Link to="/join" /> }}
          />
        </p>
      ) : (
        <ul className={css.list}>
          {students.map((student) => (
            <RosterRow key={student.id} classId={classId} student={student} />
          ))}
        </ul>
      )}
    </Card>
  );
}
