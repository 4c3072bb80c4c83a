import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Stack } from '#app/components/stack.tsx';

/** Whether a class may write under each other's pictures. */
export function CommentsCard({ classId, isOn }: { classId: string; isOn: boolean }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  return (
    <Card title={t('Comments')}>
      <Stack>
        <p>
          {isOn
            ? t(
                'Students may write under pictures that hang in the class’s gallery. Bad words are refused, and what a student reports is hidden until you have looked.',
              )
            : t('Nobody can write under pictures.')}
        </p>
        <fetcher.Form method="post" action={`/classes/${classId}/comments`}>
          <Button
            name="intent"
            value={isOn ? 'off' : 'on'}
            variant="secondary"
            size="small"
            busy={fetcher.state !== 'idle'}
          >
            {isOn ? t('Switch comments off') : t('Switch comments on')}
          </Button>
        </fetcher.Form>
      </Stack>
    </Card>
  );
}
