import { Form, useNavigation } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Field } from '#app/components/field.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import type { ClassPicture } from './find-class-pictures.server.ts';
import css from './new-exercise-page.module.css';

interface NewExercisePageProps {
  classId: string;
  words: string;
  pictures: ClassPicture[];
  errors: Record<string, string[] | null>;
}

/** Setting up blind pairs: a question, and the pictures that it is asked about. */
export function NewExercisePage({ classId, words, pictures, errors }: NewExercisePageProps) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={t('New question')}
        back={{ to: `/classes/${classId}/exercises`, label: t('Blind pairs') }}
      />
      <Card title={t('Find pictures')}>
        <Form method="get" className={css.search}>
          <Field
            id="words"
            label={t('Words of the prompt')}
            note={t('optional')}
            hint={t(
              'Pictures of one prompt make the fairest question. They are all ticked for you.',
            )}
          >
            <TextInput
              id="words"
              name="words"
              defaultValue={words}
              aria-describedby="words-description"
            />
          </Field>
          <Button variant="secondary" icon={<Search aria-hidden />}>
            {t('Find')}
          </Button>
        </Form>
      </Card>
      <Form method="post">
        <Card>
          <Stack>
            <FormError errors={errors[''] ?? []} />
            <Field id="question" label={t('Question')} errors={errors.question ?? []}>
              <TextInput
                id="question"
                name="question"
                placeholder={t('Which one is more dramatic?')}
                maxLength={200}
                required
                aria-describedby="question-error"
              />
            </Field>
            <RangeField
              id="pairs"
              name="pairs"
              label={t('Pairs for each student')}
              hint={t(
                'Ten judgements of each picture are enough: with 30 students and 30 pictures, 5 pairs.',
              )}
              min={1}
              max={20}
              defaultValue={5}
            />
            <Checkbox
              id="asksWhy"
              name="asksWhy"
              value="true"
              label={t('Ask why, after each pair')}
              hint={t('A short answer that students may leave out.')}
            />
            {/* A new search is a new list, all ticked where it looked for words. */}
            <Fieldset
              key={words}
              id="pictures"
              legend={t('Pictures')}
              errors={errors.pictures ?? []}
            >
              {pictures.length === 0 && <p>{t('The class has no pictures with these words.')}</p>}
              <div className={css.grid}>
                {pictures.map(({ id, prompt, madeBy }) => (
                  <label key={id} className={css.picture}>
                    <img
                      src={`/pictures/${id}/thumbnail`}
                      alt=""
                      width={128}
                      height={128}
                      loading="lazy"
                    />
                    <input
                      type="checkbox"
                      name="pictures"
                      value={id}
                      defaultChecked={words !== ''}
                    />
                    <span>{t('{{prompt}}, by {{madeBy}}', { prompt, madeBy })}</span>
                  </label>
                ))}
              </div>
            </Fieldset>
            <Button busy={busy}>{t('Ask the class')}</Button>
          </Stack>
        </Card>
      </Form>
    </Stack>
  );
}
