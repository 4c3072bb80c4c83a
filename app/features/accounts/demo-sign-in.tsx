import { Form, useNavigation } from '@remix-run/react';
import { GraduationCap, Palette } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import type { DemoPeople } from './find-demo-people.server.ts';

interface DemoSignInProps {
  people: DemoPeople;
  next?: string;
}

/** One click each: the made-up teacher and students of the demo class. */
export function DemoSignIn({ people, next = '/' }: DemoSignInProps) {
  const { t } = useTranslation();
  const busyWith = useNavigation().formData?.get('username');
  return (
    <Card title={t('Look around in the demo')} tone="highlight">
      <p>{t('Nobody here is real. Pick someone and you are signed in.')}</p>
      <Form method="post" action={`/demo?${new URLSearchParams({ next })}`}>
        <Cluster>
          <Button
            name="username"
            value={people.teacher.username}
            icon={<GraduationCap aria-hidden />}
            busy={busyWith === people.teacher.username}
          >
            {t('{{displayName}}, teacher', { displayName: people.teacher.displayName })}
          </Button>
          {people.students.map(({ username, displayName }) => (
            <Button
              key={username}
              name="username"
              value={username}
              variant="secondary"
              icon={<Palette aria-hidden />}
              busy={busyWith === username}
            >
              {displayName}
            </Button>
          ))}
        </Cluster>
      </Form>
    </Card>
  );
}
