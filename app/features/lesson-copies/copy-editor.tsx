import { Form, useNavigation } from '@remix-run/react';
import { CircleAlert, Send } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { UnsavedNotice } from '#app/features/assignments/unsaved-notice.tsx';
import { useAutosave } from '#app/features/assignments/use-autosave.ts';
import css from './copy-editor.module.css';
import { MOST_CHARACTERS } from './copy-form.ts';
import { copySlug } from './copy-slug.ts';
import type { CopyPage } from './find-copy-page.server.ts';

/** A lesson's text with what is wrong in it, line by line; saved while it is written. */
export function CopyEditor({ copy }: { copy: CopyPage }) {
  const { t } = useTranslation();
  const { draft, draftRevision, mistakes, pictures, version, isChanged } = copy;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const autosave = useAutosave(form, draftRevision);
  const busyWith = useNavigation().formData?.get('intent');
  return (
    <Form method="post" ref={form} className={css.form} onChange={autosave.onChange}>
      <UnsavedNotice errors={autosave.errors} />
      <input type="hidden" name="draftRevision" value={autosave.revision} />
      <Field
        id="text"
        label={t('Text of the lesson')}
        hint={t(
          'A step begins with ## and its title. A task stands between two lines of colons. Notes for you stand under :::instructor.',
        )}
      >
        <TextArea
          id="text"
          name="text"
          inputRef={field}
          rows={28}
          maxLength={MOST_CHARACTERS}
          defaultValue={draft}
          spellCheck
          aria-describedby="text-description copy-mistakes"
          aria-invalid={mistakes.length > 0 || undefined}
        />
      </Field>
      <div id="copy-mistakes" role="status">
        {mistakes.length > 0 && (
          <ul className={css.mistakes} aria-label={t('Mistakes')}>
            {mistakes.map(({ line, message }) => (
              <li key={`${line} ${message}`} className={css.mistake}>
                <CircleAlert aria-hidden />
                <Button
                  type="button"
                  size="small"
                  variant="secondary"
                  onClick={() => field.current && selectLine(field.current, line)}
                >
                  {t('Line {{line}}', { line })}
                </Button>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Cluster>
        <Button
          name="intent"
          value="publish"
          icon={<Send aria-hidden />}
          busy={busyWith === 'publish' || autosave.isBusy}
        >
          {t('Publish version {{version}}', { version: (version ?? 0) + 1 })}
        </Button>
        <Button name="intent" value="save" variant="secondary" busy={busyWith === 'save'}>
          {t('Save')}
        </Button>
        <span className={css.status} role="status">
          {autosave.isBusy ? t('Saving …') : autosave.isSaved ? t('Saved') : ''}
        </span>
      </Cluster>
      {version !== null && (
        <p className={css.status}>
          {isChanged
            ? t('Students have version {{version}} until you publish this one.', { version })
            : t('This is version {{version}}, as students have it.', { version })}
        </p>
      )}
      <Disclosure summary={t('Pictures that this lesson may show')}>
        <ul className={css.pictures}>
          {pictures.map((file) => (
            <li key={file}>
              <img
                src={`/lessons/${copySlug(copy.id)}/pictures/${file}`}
                alt=""
                width={64}
                height={64}
                loading="lazy"
              />
              <code>{`![${t('what it shows')}](${file})`}</code>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Form>
  );
}

/** Puts the cursor on a line and brings it into sight. */
function selectLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  // Lines that wrap make this a guess, near enough to see the selection.
  field.scrollTop = (field.scrollHeight * (line - 1)) / lines.length - field.clientHeight / 3;
}
