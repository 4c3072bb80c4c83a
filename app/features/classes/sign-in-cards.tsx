import { Printer } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  return (
    <>
      <Notice
        tone="success"
        title={t('{{count}} accounts are made', { count: students.length })}
        action={
          <Button type="button" icon={<Printer aria-hidden />} onClick={() => print()}>
            {t('Print the cards')}
          </Button>
        }
      >
        {t(
          'The codes are shown only now. Each works once within two weeks; you can make a new one for a student at any time.',
        )}
      </Notice>
      <ul className={css.cards}>
        {students.map(({ displayName, username, code }) => (
          <li key={username} className={css.card}>
            <b>{displayName}</b>
            <span>{className}</span>
            <span>
              <Trans i18nKey="Go to <b>/new-password</b>" components={{ b: <b /> }} />
            </span>
            <span>
              <Trans
                i18nKey="Username <b>{{username}}</b>"
                values={{ username }}
                components={{ b: <b translate="no" /> }}
              />
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
