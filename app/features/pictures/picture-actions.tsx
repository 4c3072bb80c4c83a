import { Form, useNavigation } from '@remix-run/react';
import { Flag, Maximize2, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import type { PicturePage } from './find-picture.server.ts';
import css from './picture-actions.module.css';

/** What was wrong with a form of the page; without a name where it was no field's fault. */
export type PictureErrors = { alt?: string[]; reason?: string[]; ''?: string[] };

interface PictureActionsProps {
  picture: PicturePage;
  errors?: PictureErrors | undefined;
}

/** What a person may do about a picture, each folded away until asked for; works without scripts. */
export function PictureActions({ picture, errors = {} }: PictureActionsProps) {
  const { t } = useTranslation();
  const { alt, canEdit, canRemove, isFlagged, isShown } = picture;
  const busy = useNavigation().formMethod === 'POST';
  return (
    <div className={css.actions}>
      {canEdit && (
        <Fold icon={<Pencil aria-hidden />} label={t('Say what it shows')} isOpen={!!errors.alt}>
          <Form method="post" className={css.form}>
            <input type="hidden" name="intent" value="alt" />
            <Field
              id="picture-alt"
              label={t('In words')}
              hint={t(
                'For people who can’t see it, this is the picture. The prompt says what was asked for; say what is really there.',
              )}
              errors={errors.alt}
            >
              <TextArea
                id="picture-alt"
                name="alt"
                rows={2}
                maxLength={500}
                // A new text is a new field.
                key={alt}
                defaultValue={alt}
                aria-describedby="picture-alt-description picture-alt-error"
                aria-invalid={errors.alt ? true : undefined}
              />
            </Field>
            <Button size="small" busy={busy}>
              {t('Save')}
            </Button>
          </Form>
        </Fold>
      )}
      {isShown && picture.state === 'approved' && (
        <Fold icon={<Maximize2 aria-hidden />} label={t('Make it larger')} isOpen={!!errors['']}>
          <Form method="post" className={css.form}>
            <input type="hidden" name="intent" value="enlarge" />
            <FormError id="picture-enlarge-error" errors={errors['']} />
            <Cluster>
              <Button size="small" name="scale" value="2" busy={busy}>
                {t('Twice as large')}
              </Button>
              <Button size="small" variant="secondary" name="scale" value="4" busy={busy}>
                {t('Four times')}
              </Button>
            </Cluster>
          </Form>
        </Fold>
      )}
      {isFlagged ? (
        <p className={css.said}>{t('You have told your teacher about this picture.')}</p>
      ) : (
        isShown &&
        picture.state === 'approved' && (
          <Fold
            icon={<Flag aria-hidden />}
            label={t('This should not be here')}
            isOpen={!!errors.reason}
          >
            <Form method="post" className={css.form}>
              <input type="hidden" name="intent" value="flag" />
              <Field
                id="picture-reason"
                label={t('Why?')}
                note={t('optional')}
                hint={t(
                  'Only your teacher reads this. The picture is hidden until they have looked.',
                )}
                errors={errors.reason}
              >
                <TextArea
                  id="picture-reason"
                  name="reason"
                  rows={2}
                  maxLength={300}
                  aria-describedby="picture-reason-description picture-reason-error"
                />
              </Field>
              <Button size="small" busy={busy}>
                {t('Tell my teacher')}
              </Button>
            </Form>
          </Fold>
        )
      )}
      {canRemove && (
        <Fold icon={<Trash2 aria-hidden />} label={t('Remove this picture')}>
          <Form method="post" className={css.form}>
            <input type="hidden" name="intent" value="remove" />
            <p>
              {t(
                'It leaves your gallery and the class’s for good. Your teacher still finds it in the class’s record.',
              )}
            </p>
            <Button size="small" variant="danger" busy={busy}>
              {t('Yes, remove it')}
            </Button>
          </Form>
        </Fold>
      )}
    </div>
  );
}

interface FoldProps {
  icon: ReactNode;
  label: string;
  isOpen?: boolean;
  children: ReactNode;
}

function Fold({ icon, label, isOpen = false, children }: FoldProps) {
  return (
    <details className={css.fold} open={isOpen} name="picture-actions">
      <summary className={css.summary}>
        {icon}
        {label}
      </summary>
      {children}
    </details>
  );
}
