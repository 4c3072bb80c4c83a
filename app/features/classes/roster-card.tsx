import { Link } from '@remix-run/react';
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
  return (
    <Card
      title={`Students (${students.length})`}
      action={
        !isArchived && (
          <LinkButton to={`/classes/${classId}/roster`} variant="quiet" size="small">
            Add from a list
          </LinkButton>
        )
      }
    >
      {students.length === 0 ? (
        <p>
          Nobody has joined yet. Write the class code on the board; students type it at{' '}
          <Link to="/join">/join</Link>.
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
