import { useNavigation, useSubmit } from '@remix-run/react';
import { Send } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Button } from '#app/components/button.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';

interface HandInProps {
  form: RefObject<HTMLFormElement>;
  assignments: { id: string; title: string }[];
  handedInAt: string | null;
  /** A save is under way: what is handed in comes after it. */
  busy: boolean;
}

/** Gives the portfolio to the teacher as it is, or makes it the work of an assignment. */
export function HandIn({ form, assignments, handedInAt, busy }: HandInProps) {
  const { t } = useTranslation();
  const time = useTime();
  const [asks, setAsks] = useState(false);
  const [assignmentId, setAssignmentId] = useState('');
  const submit = useSubmit();
  const isSending = useNavigation().state !== 'idle';

  function send() {
    setAsks(false);
    const fields = new FormData(form.current!);
    fields.set('intent', assignmentId ? 'copy' : 'hand-in');
    if (assignmentId) fields.set('assignmentId', assignmentId);
    submit(fields, { method: 'post' });
  }

  return (
    <>
      <Button
        type="button"
        icon={<Send aria-hidden />}
        busy={busy || isSending}
        onClick={() => setAsks(true)}
      >
        {t('Hand it in')}
      </Button>
      {handedInAt && <span>{t('Handed in {{at}}', { at: time(handedInAt) })}</span>}
      <ConfirmDialog
        open={asks}
        title={t('Hand in your portfolio?')}
        confirmLabel={assignmentId ? t('Use it there') : t('Hand it in')}
        tone="primary"
        onConfirm={send}
        onCancel={() => setAsks(false)}
        busy={busy}
      >
        <Field id="hand-in-to" label={t('To', { context: 'person' })}>
          <Select
            id="hand-in-to"
            value={assignmentId}
            options={assignments.map(({ id, title }) => ({
              value: id,
              label: t('Assignment: {{title}}', { title }),
            }))}
            placeholder={t('My teacher')}
            onChange={(event) => setAssignmentId(event.currentTarget.value)}
          />
        </Field>
        <p>
          {assignmentId
            ? t(
                'Its pictures and words replace your draft there. You look at them before you turn them in.',
              )
            : t('Your teacher reads it as it is now. You can change it and hand it in again.')}
        </p>
      </ConfirmDialog>
    </>
  );
}
