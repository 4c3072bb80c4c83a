import { useTranslation } from 'react-i18next';
import { Fieldset } from '#app/components/fieldset.tsx';
import type { OwnAssignment } from './find-own-assignment.server.ts';
import css from './work-form.module.css';

interface PicturePickerProps {
  assignment: OwnAssignment;
  errors: string[] | undefined;
}

/** The student's own pictures, to be attached; those that are attached already come first. */
export function PicturePicker({ assignment, errors }: PicturePickerProps) {
  const { t } = useTranslation();
  const { work, attachable, pictures: wanted } = assignment;
  const attached = new Set(work.pictures.map(({ id }) => id));
  const choices = [
    ...work.pictures.map(({ id, alt, prompt, isShown }) => ({ id, alt, prompt, isShown })),
    ...attachable
      .filter(({ id }) => !attached.has(id))
      .map((picture) => ({ ...picture, isShown: true })),
  ];
  const hint = t('{{count}} pictures or more.', { count: wanted });
  return (
    <Fieldset
      id="pictures"
      legend={t('Pictures')}
      hint={wanted > 0 ? hint : t('As many as you like.')}
      errors={errors}
    >
      {choices.length === 0 && <p>{t('You have made no pictures in this class yet.')}</p>}
      <div className={css.pictures}>
        {choices.map(({ id, alt, prompt, isShown }) => (
          <label key={id} className={css.picture}>
            {isShown ? (
              <img
                src={`/pictures/${id}/thumbnail`}
                alt={alt}
                width={136}
                height={136}
                loading="lazy"
              />
            ) : (
              <span>{t('A teacher looks at this picture first.')}</span>
            )}
            <span className={css.words}>
              <input type="checkbox" name="pictures" value={id} defaultChecked={attached.has(id)} />
              <span>{prompt}</span>
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
