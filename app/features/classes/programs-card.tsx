import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Stack } from '#app/components/stack.tsx';

interface ProgramsCardProps {
  classId: string;
  programsOn: boolean;
}

/** Whether students' programs may make pictures here. */
export function ProgramsCard({ classId, programsOn }: ProgramsCardProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('Programs')}>
      <Stack gap="small">
        <p>
          {programsOn
            ? t('Students can make tokens, and their programs can ask for pictures in this class.')
            : t(
                'Students’ programs can’t ask for pictures here. Switch this on when you come to pictures from a program.',
              )}
        </p>
        <Form method="post" action={`/classes/${classId}/programs`}>
          <Button name="intent" value={programsOn ? 'off' : 'on'} variant="secondary" size="small">
            {programsOn ? t('Switch programs off') : t('Switch programs on')}
          </Button>
        </Form>
      </Stack>
    </Card>
  );
}
