import { getInputProps } from '@conform-to/react';
import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import css from './criterion-fields.module.css';
import type { z } from 'zod';
import { useTranslation } from 'react-i18next';
import type { rubricFormSchema } from './rubric-form.ts';

type Schema = z.input<typeof rubricFormSchema>;
type Criterion = NonNullable<Schema['criteria']>[number];

interface CriterionFieldsProps {
  form: FormMetadata<Schema>;
  list: FieldMetadata<Schema['criteria']>;
  criterion: FieldMetadata<Criterion>;
  index: number;
}

/** One criterion with its levels. */
export function CriterionFields({ form, list, criterion, index }: CriterionFieldsProps) {
  const { t } = useTranslation();
  const { id, name, description, levels } = criterion.getFieldset();
  return (
    <Card
      title={t('Criterion {{index}}', { index: index + 1 })}
      action={
        <Button
          variant="quiet"
          size="small"
          icon={<Trash2 aria-hidden />}
          {...form.remove.getButtonProps({ name: list.name, index })}
        >
          {t('Remove')}
          <span className="visually-hidden"> {t('criterion {{index}}', { index: index + 1 })}</span>
        </Button>
      }
    >
      <Stack>
        {id.initialValue && <input type="hidden" name={id.name} value={id.initialValue} />}
        <TextField field={name} label={t('Name')} />
        <TextField field={description} label={t('What you look for')} note={t('optional')} />
        <FormError errors={levels.errors} />
        <ul className={css.levels}>
          {levels.getFieldList().map((level, place) => {
            const parts = level.getFieldset();
            return (
              <li key={level.key} className={css.level}>
                {parts.id.initialValue && (
                  <input type="hidden" name={parts.id.name} value={parts.id.initialValue} />
                )}
                <TextField field={parts.name} label={t('Level {{place}}', { place: place + 1 })} />
                <TextField field={parts.points} label={t('Points')} type="number" />
                <Button
                  variant="quiet"
                  size="small"
                  icon={<Trash2 aria-hidden />}
                  aria-label={t('Remove level {{place}} of criterion {{index}}', {
                    place: place + 1,
                    index: index + 1,
                  })}
                  {...form.remove.getButtonProps({ name: levels.name, index: place })}
                />
              </li>
            );
          })}
        </ul>
        <Cluster>
          <Button
            variant="secondary"
            size="small"
            icon={<Plus aria-hidden />}
            {...form.insert.getButtonProps({
              name: levels.name,
              defaultValue: { name: '', points: '' },
            })}
          >
            {t('Add a level')}
          </Button>
        </Cluster>
      </Stack>
    </Card>
  );
}

interface TextFieldProps {
  field: Parameters<typeof getInputProps>[0] & { errors?: string[] | undefined };
  label: string;
  note?: string;
  type?: 'text' | 'number';
}

function TextField({ field, label, note, type = 'text' }: TextFieldProps) {
  const { key, ...bound } = getInputProps(field, { type });
  return (
    <Field id={bound.id} label={label} note={note} errors={field.errors}>
      <TextInput key={key} {...bound} autoComplete="off" />
    </Field>
  );
}
