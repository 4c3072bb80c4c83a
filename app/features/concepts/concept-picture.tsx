import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FieldError } from '#app/components/field-error.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import css from './concept-page.module.css';
import type { ConceptKind } from './concept-record.ts';
import { useConceptFetcher } from './use-concept-fetcher.ts';

interface ConceptPictureProps {
  conceptId: string;
  kind: ConceptKind;
  picture: { id: string; caption: string; alt: string };
  canChange: boolean;
}

/** One picture to learn from, with what there is to say of it; the words are kept when the field is left. */
export function ConceptPicture({ conceptId, kind, picture, canChange }: ConceptPictureProps) {
  const { t } = useTranslation();
  const caption = useConceptFetcher();
  const removal = useConceptFetcher();
  const action = `/concepts/${conceptId}`;
  const id = `caption-${picture.id}`;
  return (
    <li className={css.picture}>
      <img src={`/pictures/${picture.id}/thumbnail`} alt={picture.alt} width={128} height={128} />
      <caption.Form method="post" action={action}>
        <input type="hidden" name="intent" value="caption" />
        <input type="hidden" name="pictureId" value={picture.id} />
        <label htmlFor={id} className={css.label}>
          {kind === 'word' ? t('What else is in it?') : t('What does it show?')}
        </label>
        <TextInput
          id={id}
          name="caption"
          maxLength={200}
          defaultValue={picture.caption}
          disabled={!canChange}
          placeholder={kind === 'word' ? 'in a meadow' : 'a cat'}
          aria-describedby={`${id}-error`}
          onBlur={(event) => {
            const { form, value } = event.currentTarget;
            if (form && value !== picture.caption) caption.submit(form);
          }}
        />
        <FieldError
          id={`${id}-error`}
          {...(caption.errors.length > 0 && { errors: caption.errors })}
        />
      </caption.Form>
      {canChange && (
        <removal.Form method="post" action={action}>
          <input type="hidden" name="intent" value="remove-picture" />
          <input type="hidden" name="pictureId" value={picture.id} />
          <Button variant="quiet" size="small" icon={<X aria-hidden />} busy={removal.isBusy}>
            {t('Take away')}
          </Button>
        </removal.Form>
      )}
    </li>
  );
}
