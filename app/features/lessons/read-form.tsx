import { useTranslation } from 'react-i18next';
import type { LessonScreenPage } from './find-lesson-page.server.ts';
import type { Refusal } from './refusal.ts';
import { StepForm } from './step-form.tsx';

interface ReadFormProps {
  page: LessonScreenPage;
  /** Of a form of another step, sent once more from an old page. */
  refusal: Refusal | undefined;
}

/** The end of a step that is only read. */
export function ReadForm({ page, refusal }: ReadFormProps) {
  const { t } = useTranslation();
  const { step, evidence, canAnswer, nextStepId } = page;
  if (!step || evidence || !canAnswer) return null;
  return (
    <StepForm
      stepId={step.id}
      intent="read"
      submitLabel={nextStepId ? t('Next') : t('Finish the lesson')}
      refusal={refusal}
    />
  );
}
