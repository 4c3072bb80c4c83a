import { Printer } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { formatCode } from './join-code.ts';
import type { FirstSignIn } from './import-roster.server.ts';
import css from './roster-page.module.css';

interface SignInCardsProps {
  className: string;
  students: FirstSignIn[];
}

/** A card for each new student, to print and cut: how to choose a password. */
export function SignInCards({ className, students }: SignInCardsProps) {
  return (
    <>
      <Notice
        tone="success"
        title={`${students.length} accounts are made`}
        action={
          <Button type="button" icon={<Printer aria-hidden />} onClick={() => print()}>
            Print the cards
          </Button>
        }
      >
        The codes are shown only now. Each works once within two weeks; you can make a new one for a
        student at any time.
      </Notice>
      <ul className={css.cards}>
        {students.map(({ displayName, username, code }) => (
          <li key={username} className={css.card}>
            <b>{displayName}</b>
            <span>{className}</span>
            <span>
              Go to <b>/new-password</b>
            </span>
            <span>
              Username <b translate="no">{username}</b>
            </span>
            <span className={css.code} translate="no">
              {formatCode(code)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
