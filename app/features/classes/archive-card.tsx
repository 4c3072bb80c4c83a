import { Form } from '@remix-run/react';
import { Archive, ArchiveRestore } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import css from './roster-card.module.css';

interface ArchiveCardProps {
  classId: string;
  isArchived: boolean;
}

/** The end of a class, and the way back. */
export function ArchiveCard({ classId, isArchived }: ArchiveCardProps) {
  const action = `/classes/${classId}/archive`;
  if (isArchived)
    return (
      <Form method="post" action={action}>
        <Button
          name="intent"
          value="reopen"
          variant="secondary"
          icon={<ArchiveRestore aria-hidden />}
        >
          Open the class again
        </Button>
      </Form>
    );
  return (
    <details className={css.more}>
      <summary>Archive this class</summary>
      <p>Nobody joins or makes pictures in an archived class. You can still read it and its log.</p>
      <Form method="post" action={action}>
        <Button name="intent" value="archive" variant="secondary" icon={<Archive aria-hidden />}>
          Archive
        </Button>
      </Form>
    </details>
  );
}
