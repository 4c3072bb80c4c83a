import { Grid3x3 } from 'lucide-react';
import { useState } from 'react';
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
}

const OPTIONS = Object.entries(GRID_FIELDS).map(([value, label]) => ({ value, label }));

/** Many pictures at once, which differ in one setting or two. Part of the studio's form. */
export function GridPanel({ formId, errors, busy }: GridPanelProps) {
  const [columns, setColumns] = useState<GridField>('guidance');
  const [rows, setRows] = useState<GridField | ''>('');
  const errorsOf = (name: string) => errors[name] ?? [];
  return (
    <Disclosure summary="Make a grid" detail="many pictures, one change at a time">
      <div className={css.axes}>
        <Field id={`${formId}-columnField`} label="Columns">
          <Select
            id={`${formId}-columnField`}
            name="columnField"
            value={columns}
            options={OPTIONS}
            onChange={(event) => setColumns(event.currentTarget.value as GridField)}
          />
        </Field>
        <Values
          id={`${formId}-columnText`}
          name="columnText"
          field={columns}
          errors={errorsOf('columnText')}
        />
        <Field id={`${formId}-rowField`} label="Rows" errors={errorsOf('rowField')}>
          <Select
            id={`${formId}-rowField`}
            name="rowField"
            value={rows}
            options={[{ value: '', label: 'None: one row' }, ...OPTIONS]}
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
      >
        Make the grid
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
  return (
    <Field id={id} label="Values" hint={hintFor(field)} errors={errors}>
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

function hintFor(field: GridField): string {
  if (field === 'words') return 'The first stands in your prompt: red, blue, green';
  if (TEXT_FIELDS.includes(field)) return 'One a line, or with ; between them';
  if (field === 'sampler') return 'Such as dpmpp-2m, euler, ddim';
  if (field === 'schedule') return 'Such as default, karras';
  if (field === 'size') return 'Such as 128x128, 192x128';
  if (field === 'modelId') return 'Names of model folders';
  return 'A list or a range: 5, 10, 20 or 1 to 4 step 0.5';
}
