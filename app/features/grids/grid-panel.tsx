import { Grid3x3 } from 'lucide-react';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Select } from '#app/components/select.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { GRID_FIELDS, TEXT_FIELDS } from './grid-fields.ts';
import type { GridField } from './grid-fields.ts';
import css from './grid-panel.module.css';

interface GridPanelProps {
  formId: string;
  /** What is wrong, by field. */
  errors: Record<string, string[] | null | undefined>;
  busy: boolean;
  /** Whether the class leaves no picture to make. */
  isOff: boolean;
}

const OPTIONS = Object.entries(GRID_FIELDS).map(([value, label]) => ({ value, label }));

/** Many pictures at once, which differ in one setting or two. Part of the studio's form. */
export function GridPanel({ formId, errors, busy, isOff }: GridPanelProps) {
  const { t } = useTranslation();
  const [columns, setColumns] = useState<GridField>('guidance');
  const [rows, setRows] = useState<GridField | ''>('');
  const errorsOf = (name: string) => errors[name] ?? [];
  return (
    <Disclosure summary={t('Make a grid')} detail={t('many pictures, one change at a time')}>
      <div className={css.axes}>
        <Field id={`${formId}-columnField`} label={t('Columns')}>
          <Select
            id={`${formId}-columnField`}
            name="columnField"
            value={columns}
            options={translateLabels(t, OPTIONS)}
            onChange={(event) => setColumns(event.currentTarget.value as GridField)}
          />
        </Field>
        <Values
          id={`${formId}-columnText`}
          name="columnText"
          field={columns}
          errors={errorsOf('columnText')}
        />
        <Field id={`${formId}-rowField`} label={t('Rows')} errors={errorsOf('rowField')}>
          <Select
            id={`${formId}-rowField`}
            name="rowField"
            value={rows}
            options={[{ value: '', label: t('None: one row') }, ...translateLabels(t, OPTIONS)]}
            onChange={(event) => setRows(event.currentTarget.value as GridField | '')}
          />
        </Field>
        {rows !== '' && (
          <Values
            id={`${formId}-rowText`}
            name="rowText"
            field={rows}
            errors={errorsOf('rowText')}
          />
        )}
      </div>
      <FormError id={`${formId}-grid-error`} errors={errorsOf('')} />
      <Button
        variant="secondary"
        formAction="/grids"
        formNoValidate
        icon={<Grid3x3 aria-hidden />}
        busy={busy}
        disabled={isOff}
      >
        {t('Make the grid')}
      </Button>
    </Disclosure>
  );
}

interface ValuesProps {
  id: string;
  name: string;
  field: GridField;
  errors: string[];
}

function Values({ id, name, field, errors }: ValuesProps) {
  const { t } = useTranslation();
  return (
    <Field id={id} label={t('Values')} hint={hintFor(t, field)} errors={errors}>
      <TextArea
        id={id}
        name={name}
        rows={1}
        aria-describedby={`${id}-description ${id}-error`}
        aria-invalid={errors.length > 0 || undefined}
      />
    </Field>
  );
}

function hintFor(t: TFunction, field: GridField): string {
  if (field === 'words') return t('The first stands in your prompt: red, blue, green');
  if (TEXT_FIELDS.includes(field)) return t('One a line, or with ; between them');
  if (field === 'sampler') return t('Such as dpmpp-2m, euler, ddim');
  if (field === 'schedule') return t('Such as default, karras');
  if (field === 'size') return t('Such as 128x128, 192x128');
  if (field === 'modelId') return t('Names of model folders');
  return t('A list or a range: 5, 10, 20 or 1 to 4 step 0.5');
}
