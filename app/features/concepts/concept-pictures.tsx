import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import { UploadField } from '#app/features/studio/upload-field.tsx';
import css from './concept-page.module.css';
import { ConceptPicture } from './concept-picture.tsx';
import { DrawPicture } from './draw-picture.tsx';
import type { ConceptPage } from './find-concept.server.ts';
import { LEAST_PICTURES, MOST_PICTURES } from './training-settings.ts';
import { useConceptFetcher } from './use-concept-fetcher.ts';

interface ConceptPicturesProps {
  concept: ConceptPage;
  canChange: boolean;
}

/** The pictures to learn from, and four ways to more of them. */
export function ConceptPictures({ concept, canChange }: ConceptPicturesProps) {
  const { t } = useTranslation();
  const { id, kind, pictures, choices } = concept;
  const { submit, errors } = useConceptFetcher();
  const add = (pictureId: string) =>
    submit({ intent: 'add-picture', pictureId }, { method: 'post', action: `/concepts/${id}` });
  const others = choices.filter((choice) => !pictures.some((picture) => picture.id === choice.id));
  const isFull = pictures.length >= MOST_PICTURES;
  return (
    <Card title={t('Pictures to learn from: {{count}}', { count: pictures.length })}>
      <Stack>
        <p>
          {kind === 'word'
            ? t(
                '{{least}} to {{most}} of the same thing, in different places or poses. Say what else is in each: then the word need not learn it.',
                { least: LEAST_PICTURES, most: MOST_PICTURES },
              )
            : t(
                '{{least}} to {{most}} of different things in the same style. Say what each one shows: then the style is what is left.',
                { least: LEAST_PICTURES, most: MOST_PICTURES },
              )}
        </p>
        <ul className={css.pictures}>
          {pictures.map((picture) => (
            <ConceptPicture
              key={picture.id}
              conceptId={id}
              kind={kind}
              picture={picture}
              canChange={canChange}
            />
          ))}
        </ul>
        <FormError id="pictures-error" errors={errors} />
        {canChange && !isFull && (
          <>
            <Notice tone="warning" title={t('No faces of people')}>
              {t(
                'Draw, or photograph things of your own. Easel looks for nudity in every upload, but it can’t tell whether somebody’s face is in it, or who it is. That is up to you, and your teacher sees all of these pictures.',
              )}
            </Notice>
            <DrawPicture onPicture={add} />
            <UploadField id="concept-upload" onPicture={add} />
            {others.length > 0 && (
              <Disclosure summary={t('Choose from the pictures that you made')}>
                <ul className={css.choices}>
                  {others.map((choice) => (
                    <li key={choice.id}>
                      <Button
                        type="button"
                        variant="quiet"
                        onClick={() => add(choice.id)}
                        aria-label={t('Add: {{alt}}', { alt: choice.alt })}
                      >
                        <img
                          src={`/pictures/${choice.id}/thumbnail`}
                          alt=""
                          width={88}
                          height={88}
                          loading="lazy"
                        />
                      </Button>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}
