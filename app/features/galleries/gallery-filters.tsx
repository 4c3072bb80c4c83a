import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Select } from '#app/components/select.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import type { GalleryChoices } from './find-gallery-choices.server.ts';
import { isNarrowed } from './gallery-filter.ts';
import type { GalleryFilter } from './gallery-filter.ts';
import css from './gallery-page.module.css';

interface GalleryFiltersProps {
  filter: GalleryFilter;
  choices: GalleryChoices;
}

/** Finds pictures by the words of their prompt, by lesson, student, model and day; works without scripts. */
export function GalleryFilters({ filter, choices }: GalleryFiltersProps) {
  const { t } = useTranslation();
  const { shelf, words, lesson, student, model, from, to } = filter;
  const isFine = [lesson, student, model, from, to].some((each) => each !== undefined);
  return (
    // The address decides what is chosen, also after a link or the back button.
    <Form key={JSON.stringify(filter)} className={css.filters} role="search">
      <input type="hidden" name="shelf" value={shelf} />
      <div className={css.search}>
        <Field id="gallery-words" label={t('Words of the prompt')}>
          <TextInput
            id="gallery-words"
            name="words"
            type="search"
            maxLength={200}
            defaultValue={words}
            aria-describedby="gallery-words-description"
          />
        </Field>
        <Button icon={<Search aria-hidden />}>{t('Find')}</Button>
      </div>
      <Disclosure summary={t('Choose more')} defaultOpen={isFine}>
        <div className={css.choices}>
          <Choice name="lesson" label={t('Lesson')} value={lesson} options={choices.lessons} />
          {shelf === 'class' && (
            <Choice
              name="student"
              label={t('Student')}
              value={student}
              options={choices.students}
            />
          )}
          <Choice name="model" label={t('Model')} value={model} options={choices.models} />
          <Field id="gallery-from" label={t('From')}>
            <TextInput id="gallery-from" name="from" type="date" defaultValue={from} />
          </Field>
          <Field id="gallery-to" label={t('To')}>
            <TextInput id="gallery-to" name="to" type="date" defaultValue={to} />
          </Field>
        </div>
      </Disclosure>
      {isNarrowed(filter) && (
        <Cluster>
          <LinkButton to={`/gallery?shelf=${shelf}`} variant="quiet" size="small">
            {t('Show everything')}
          </LinkButton>
        </Cluster>
      )}
    </Form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  const { t } = useTranslation();
  const id = `gallery-${name}`;
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        name={name}
        defaultValue={value ?? ''}
        placeholder={t('Any')}
        options={options}
      />
    </Field>
  );
}
