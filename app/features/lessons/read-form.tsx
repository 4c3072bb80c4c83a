import { useTranslation } from 'react-i18next';
import type { LessonScreenPage } from './find-lesson-page.server.ts';
import { StepForm } from './step-form.tsx';

/** The end of a step that is only read. */
export function ReadForm({ page }: { page: LessonScreenPage }) {
  const { t } = useTranslation();
  const { step, evidence, canAnswer, nextStepId } = page;
  if (!step || evidence || !canAnswer) return null;
  return (
    <StepForm
      stepId={step.id}
      intent="read"
      submitLabel={nextStepId ? t('Next') : t('Finish the lesson')}
      refusal={undefined}
    />
  );
}
