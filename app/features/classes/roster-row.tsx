import { Link, useFetcher } from '@remix-run/react';
import { FolderLock, KeyRound, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '#app/components/avatar.tsx';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { formatCode } from './join-code.ts';
import { RemoveStudentDialog } from './remove-student-dialog.tsx';
import type { RosterEntry } from './list-roster.server.ts';
import css from './roster-card.module.css';

interface RosterRowProps {
  classId: string;
  student: RosterEntry;
}

/** One student: their pictures, a new start for their sign-in, and the way out of the class. */
export function RosterRow({ classId, student }: RosterRowProps) {
  const fetcher = useFetcher<{ code: string | null }>();
  const [asksToRemove, setAsksToRemove] = useState(false);
  const action = `/classes/${classId}/students`;
  const busy = fetcher.formData?.get('intent');
  const code = fetcher.data?.code;
  const { id, displayName, username, pictures, signInReset } = student;
  return (
    <li className={css.row}>
      <div className={css.head}>
        <Avatar name={displayName} />
        <Link to={`?student=${id}`} className={css.name} preventScrollReset>
          {displayName}
        </Link>
        <span className={css.count}>{pictures === 1 ? '1 picture' : `${pictures} pictures`}</span>
      </div>
      {code && (
        <p className={css.code} role="status">
          Code for {username}: <b translate="no">{formatCode(code)}</b> Used once at{' '}
          <b>/new-password</b>, within a day. It is shown only now.
        </p>
      )}
      {!code && signInReset && (
        <p className={css.note}>Has no password: a reset waits to be used.</p>
      )}
      <details className={css.more}>
        <summary>
          Manage<span className="visually-hidden"> {displayName}</span>
        </summary>
        <fetcher.Form method="post" action={action}>
          <input type="hidden" name="studentId" value={id} />
          <Cluster>
            <Button
              name="intent"
              value="reset-sign-in"
              variant="secondary"
              size="small"
              icon={<KeyRound aria-hidden />}
              busy={busy === 'reset-sign-in'}
            >
              Reset sign-in
            </Button>
            <Button
              name="intent"
              value="remove"
              variant="danger"
              size="small"
              icon={<UserMinus aria-hidden />}
              busy={busy === 'remove'}
              onClick={(event) => {
                event.preventDefault();
                setAsksToRemove(true);
              }}
            >
              Remove from class
            </Button>
            <LinkButton
              to={`/students/${id}`}
              variant="secondary"
              size="small"
              icon={<FolderLock aria-hidden />}
            >
              Data
            </LinkButton>
          </Cluster>
        </fetcher.Form>
      </details>
      <RemoveStudentDialog
        open={asksToRemove}
        displayName={displayName}
        onCancel={() => setAsksToRemove(false)}
        onConfirm={(work) => {
          setAsksToRemove(false);
          fetcher.submit({ studentId: id, intent: 'remove', work }, { method: 'post', action });
        }}
      />
    </li>
  );
}
