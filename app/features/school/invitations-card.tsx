import { useFetcher } from '@remix-run/react';
import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { OpenInvitation } from './list-invitations.server.ts';

interface InvitationsCardProps {
  invitations: OpenInvitation[];
  teachers: number;
}

/** How many teach here, who is invited, and the way in for one more. */
export function InvitationsCard({ invitations, teachers }: InvitationsCardProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ link: string | null }>();
  const link = fetcher.data?.link;
  return (
    <Card title={t('Teachers')}>
      <Stack>
        <p>{t('{{count}} teachers have accounts.', { count: teachers })}</p>
        {invitations.length > 0 && (
          <ul>
            {invitations.map((invitation) => (
              <Invitation key={invitation.purpose} invitation={invitation} />
            ))}
          </ul>
        )}
        {link && (
          <div role="status">
            <p>{t('Send this link to your colleague. It works once, within a week:')}</p>
            <p>
              <b translate="no" style={{ overflowWrap: 'anywhere' }}>
                {link}
              </b>
            </p>
            <CopyButton text={link} label={t('Copy the link')} />
          </div>
        )}
        <fetcher.Form method="post" action="/school/invitations">
          <Button
            name="intent"
            value="invite"
            variant="secondary"
            size="small"
            icon={<UserPlus aria-hidden />}
            busy={fetcher.state !== 'idle'}
          >
            {t('Invite a teacher')}
          </Button>
        </fetcher.Form>
      </Stack>
    </Card>
  );
}

function Invitation({ invitation }: { invitation: OpenInvitation }) {
  const { t } = useTranslation();
  const time = useTime();
  const fetcher = useFetcher();
  const { purpose, className, endsAt } = invitation;
  return (
    <li>
      <fetcher.Form method="post" action="/school/invitations">
        <input type="hidden" name="purpose" value={purpose} />
        {className
          ? t('To {{className}}, open until {{at}}.', { className, at: time(endsAt) })
          : t('To the school, open until {{at}}.', { at: time(endsAt) })}{' '}
        <Button
          name="intent"
          value="take-back"
          variant="quiet"
          size="small"
          busy={fetcher.state !== 'idle'}
        >
          {t('Take it back')}
        </Button>
      </fetcher.Form>
    </li>
  );
}
