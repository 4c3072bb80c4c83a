import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ProcessList } from './process-list.tsx';
import type { OwnAssignment } from './find-own-assignment.server.ts';
import css from './assignment-page.module.css';

/** Work that is with the teacher, or was returned, and the way to have it back. */
export function TurnedInWork({ assignment }: { assignment: OwnAssignment }) {
  const { t } = useTranslation();
  const time = useTime();
  const { work, grade } = assignment;
  const isReturned = work.state === 'returned';
  return (
    <Card title={isReturned ? t('What you turned in') : t('With your teacher')}>
      <Stack>
        <p>
          {work.turnedInAt && t('Turned in {{at}}', { at: time(work.turnedInAt) })}
          {work.isLate && `, ${t('late')}`}
          {work.attempt > 1 && `, ${t('version {{attempt}}', { attempt: work.attempt })}`}.
        </p>
        {!(isReturned && grade) && (
          <>
            <PictureGrid label={t('Attached pictures')} size="small">
              {work.pictures.map(({ id, alt, prompt, isShown }) => (
                <PictureTile
                  key={id}
                  state={isShown ? 'ready' : 'held'}
                  src={isShown ? `/pictures/${id}/thumbnail` : undefined}
                  statusText={t('A teacher looks at it first')}
                  alt={alt}
                  caption={prompt}
                />
              ))}
            </PictureGrid>
            {work.pictures.map(({ id, process }) => (
              <ProcessList key={id} steps={process} />
            ))}
            {work.text && <p className={css.text}>{work.text}</p>}
          </>
        )}
        {!assignment.isClosed && <TakeBack from={isReturned ? 'returned' : 'turnedIn'} />}
      </Stack>
    </Card>
  );
}

function TakeBack({ from }: { from: 'turnedIn' | 'returned' }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const submit = useSubmit();
  const busy = useNavigation().formData?.get('intent') === 'take-back';
  const label = from === 'returned' ? t('Work on it again') : t('Take it back');
  return (
    <Form method="post">
      <input type="hidden" name="from" value={from} />
      <Button
        name="intent"
        value="take-back"
        variant="secondary"
        icon={<Undo2 aria-hidden />}
        busy={busy}
        onClick={(event) => {
          event.preventDefault();
          setAsks(true);
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={asks}
        title={`${label}?`}
        confirmLabel={label}
        tone="primary"
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          submit({ intent: 'take-back', from }, { method: 'post' });
        }}
      >
        {t(
          'Your teacher does not grade it until you turn it in again. What you turned in before stays as a version.',
        )}
      </ConfirmDialog>
    </Form>
  );
}
