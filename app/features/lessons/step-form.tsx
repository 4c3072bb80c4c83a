import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { LessonForm } from './lesson-form.ts';
import type { Refusal } from './refusal.ts';

interface StepFormProps {
  stepId: string;
  intent: LessonForm['intent'];
  submitLabel: string;
  refusal: Refusal | undefined;
  /** Fields that show their own error. */
  fields?: string[];
  disabled?: boolean;
  children?: ReactNode;
}

/** A form that answers a step, with its button and the server's sentence where it is not taken. */
export function StepForm(props: StepFormProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { stepId, intent, submitLabel, refusal, fields = [], disabled, children } = props;
  const navigation = useNavigation();
  const busy = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent;
  const isOwnField = refusal?.field && fields.includes(refusal.field);
  return (
    <Form method="post" preventScrollReset={intent === 'draw'}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="step" value={stepId} />
      <Stack>
        {children}
        {refusal?.isWrongAnswer && (
          <Notice tone="warning" title={t('Not quite')} live="polite">
            {say(refusal.message)}
          </Notice>
        )}
        {refusal && !refusal.isWrongAnswer && !isOwnField && (
          <FormError errors={[refusal.message]} />
        )}
        {!disabled && (
          <div>
            <Button busy={busy}>{submitLabel}</Button>
          </div>
        )}
      </Stack>
    </Form>
  );
}

/** The server's sentence for one field of a form. */
export function errorsOf(refusal: Refusal | undefined, field: string): string[] | undefined {
  return refusal?.field === field && !refusal.isWrongAnswer ? [refusal.message] : undefined;
}
