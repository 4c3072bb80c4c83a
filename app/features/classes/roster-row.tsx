import { Link, useFetcher } from '@remix-run/react';
import { FolderLock, KeyRound, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
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
        <span className={css.count}>{t('{{count}} pictures', { count: pictures })}</span>
      </div>
      {code && (
        <p className={css.code} role="status">
          <Trans
            i18nKey="Code for {{username}}: <b>{{code}}</b> Used once at <b2>/new-password</b2>, within a day. It is shown only now."
            values={{ username, code: formatCode(code) }}
            components={{ b: <b translate="no" />, b2: <b /> }}
          />
        </p>
      )}
      {!code && signInReset && (
        <p className={css.note}>{t('Has no password: a reset waits to be used.')}</p>
      )}
      <details className={css.more}>
        <summary>
          {t('Manage')}
          <span className="visually-hidden"> {displayName}</span>
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
              {t('Reset sign-in')}
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
              {t('Remove from class')}
            </Button>
            <LinkButton
              to={`/students/${id}`}
              variant="secondary"
              size="small"
              icon={<FolderLock aria-hidden />}
            >
              {t('Data')}
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
