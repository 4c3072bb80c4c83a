import { Form, useSubmit } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { WORK_STATES } from './class-work-filter.ts';
import type { ClassWorkFilter } from './class-work-filter.ts';
import css from './class-wall.module.css';

interface ClassWorkFiltersProps {
  filter: ClassWorkFilter;
  students: { id: string; displayName: string }[];
}

const states = Object.entries(WORK_STATES).map(([value, label]) => ({ value, label }));

/** Which pictures are shown: of whom, and in which state. A choice takes effect at once. */
export function ClassWorkFilters({ filter, students }: ClassWorkFiltersProps) {
  const { t } = useTranslation();
  const submit = useSubmit();
  return (
    <Form
      // The address decides what is chosen, also after a link or the back button.
      key={`${filter.state} ${filter.student ?? ''}`}
      className={css.filters}
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <Field id="filter-state" label={t('Show')}>
        <Select
          id="filter-state"
          name="state"
          defaultValue={filter.state}
          options={translateLabels(t, states)}
        />
      </Field>
      <Field id="filter-student" label={t('Student')}>
        <Select
          id="filter-student"
          name="student"
          defaultValue={filter.student ?? ''}
          placeholder={t('Everyone')}
          options={students.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      </Field>
      <noscript>
        <button type="submit">{t('Show')}</button>
      </noscript>
    </Form>
  );
}
