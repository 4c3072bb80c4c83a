import { Form, useNavigation } from '@remix-run/react';
import { GraduationCap, Palette } from 'lucide-react';
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
  const busyWith = useNavigation().formData?.get('username');
  return (
    <Card title="Look around in the demo" tone="highlight">
      <p>Nobody here is real. Pick someone and you are signed in.</p>
      <Form method="post" action={`/demo?${new URLSearchParams({ next })}`}>
        <Cluster>
          <Button
            name="username"
            value={people.teacher.username}
            icon={<GraduationCap aria-hidden />}
            busy={busyWith === people.teacher.username}
          >
            {people.teacher.displayName}, teacher
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
