import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { PICTURE_SETTINGS, isWithin } from '#app/features/moderation/rules.ts';
import { translateLabels } from '#app/components/translate-labels.ts';
import type { PictureSetting, SchoolLimits } from '#app/features/moderation/rules.ts';
import { SchoolFrame } from './school-frame.tsx';

interface SchoolRulesPageProps {
  limits: SchoolLimits;
  errors?: Record<string, string[] | null> | undefined;
  saved: boolean;
}

const WORDS = [
  { value: 'standard', label: 'Strong words; a class may block mild ones too' },
  { value: 'strict', label: 'Mild words too (murder, gun, beer), in every class' },
];
const PICTURES: { value: PictureSetting; label: string }[] = [
  { value: 'strict', label: 'Every class holds more' },
  { value: 'usual', label: 'As usual, or stricter' },
  { value: 'eased', label: 'Less skin held, where a class asks for it for art or biology' },
];

/** How far the rules of every class may go; classes move only within them. */
export function SchoolRulesPage({ limits, errors, saved }: SchoolRulesPageProps) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  const furthest = PICTURES.findLast(({ value }) => isWithin(limits, PICTURE_SETTINGS[value]));
  return (
    <SchoolFrame title={t('School')} lead={t('What every class blocks and holds at least.')}>
      {saved && (
        <Notice tone="success" live="polite">
          {t('Saved. It counts for every picture from now on, whatever a class’s own rules say.')}
        </Notice>
      )}
      <Form method="post">
        <Stack>
          <Field
            id="school-strictness"
            label={t('Words that are blocked')}
            errors={errors?.strictness ?? []}
          >
            <Select
              id="school-strictness"
              name="strictness"
              defaultValue={limits.strictness}
              options={translateLabels(t, WORDS)}
            />
          </Field>
          <Field
            id="school-pictures"
            label={t('How far a class may go with pictures')}
            hint={t(
              'A held picture is seen by the class’s teacher alone, until they have decided.',
            )}
            errors={errors?.pictures ?? []}
          >
            <Select
              id="school-pictures"
              name="pictures"
              defaultValue={furthest?.value ?? 'strict'}
              options={translateLabels(t, PICTURES)}
              aria-describedby="school-pictures-description"
            />
          </Field>
          <div>
            <Button busy={busy}>{t('Save')}</Button>
          </div>
        </Stack>
      </Form>
    </SchoolFrame>
  );
}
