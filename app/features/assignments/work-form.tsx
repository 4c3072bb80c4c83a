import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { Save, Send } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { countWrittenWords } from './count-written-words.ts';
import { PicturePicker } from './picture-picker.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useAutosave } from './use-autosave.ts';
import type { SaveReply } from './use-autosave.ts';
import type { OwnAssignment } from './find-own-assignment.server.ts';
import css from './work-form.module.css';

interface WorkFormProps {
  assignment: OwnAssignment;
  errors: SaveReply['errors'];
}

/** A student's pictures and words; saved while they are made, and turned in once they are ready. */
export function WorkForm({ assignment, errors = {} }: WorkFormProps) {
  const { t } = useTranslation();
  const { work, version, words: wanted, isOver } = assignment;
  const form = useRef<HTMLFormElement>(null);
  const [asksToTurnIn, setAsksToTurnIn] = useState(false);
  const [words, setWords] = useState(countWrittenWords(work.text));
  const autosave = useAutosave(form, work.draftRevision);
  const submit = useSubmit();
  const busyWith = useNavigation().formData?.get('intent');

  function turnIn() {
    setAsksToTurnIn(false);
    const fields = new FormData(form.current!);
    fields.set('intent', 'turn-in');
    submit(fields, { method: 'post' });
  }

  return (
    <Form method="post" ref={form} className={css.form} onChange={autosave.onChange}>
      <FormError errors={errors.form} />
      <UnsavedNotice errors={autosave.errors} />
      <input type="hidden" name="draftRevision" value={autosave.revision} />
      <input type="hidden" name="version" value={version} />
      <PicturePicker assignment={assignment} errors={errors.pictures} />
      <Field
        id="text"
        label={t('Your words')}
        hint={
          wanted > 0
            ? t('At least {{wanted}} words. You have {{words}}.', { wanted, words })
            : undefined
        }
        note={wanted > 0 ? undefined : t('optional')}
        errors={errors.text}
      >
        <TextArea
          id="text"
          name="text"
          rows={6}
          maxLength={10_000}
          defaultValue={work.text}
          aria-describedby="text-description text-error"
          aria-invalid={errors.text ? true : undefined}
          onChange={(event) => setWords(countWrittenWords(event.currentTarget.value))}
        />
      </Field>
      <Cluster>
        <Button
          name="intent"
          value="turn-in"
          icon={<Send aria-hidden />}
          busy={busyWith === 'turn-in' || autosave.isBusy}
          onClick={(event) => {
            event.preventDefault();
            setAsksToTurnIn(true);
          }}
        >
          {t('Turn in')}
        </Button>
        <Button
          name="intent"
          value="save"
          variant="secondary"
          icon={<Save aria-hidden />}
          busy={busyWith === 'save'}
        >
          {t('Save')}
        </Button>
        <span className={css.status} role="status">
          {autosave.isBusy ? t('Saving …') : autosave.isSaved ? t('Saved') : ''}
        </span>
      </Cluster>
      <ConfirmDialog
        open={asksToTurnIn}
        title={t('Turn this in?')}
        confirmLabel={t('Turn in')}
        tone="primary"
        onConfirm={turnIn}
        onCancel={() => setAsksToTurnIn(false)}
        busy={autosave.isBusy}
      >
        {isOver
          ? t('The due date is over: your teacher sees that it is late.')
          : t('Your teacher can read it then. You can take it back to change it.')}
      </ConfirmDialog>
    </Form>
  );
}
