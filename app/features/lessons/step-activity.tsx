import type { ActivityProps, StepActivityProps } from './activity-props.ts';
import { CheckForm } from './check-form.tsx';
import { CompareForm } from './compare-form.tsx';
import { DrawStep } from './draw-step.tsx';
import { ExplainForm } from './explain-form.tsx';
import { LessonText } from './lesson-text.tsx';
import { PredictForm } from './predict-form.tsx';
import { ReadForm } from './read-form.tsx';
import type { StudentActivity } from './student-step.ts';
import { TallyForm } from './tally-form.tsx';

/** The thing to do in a step, after its own words. */
export function StepActivity({ page, refusal }: StepActivityProps) {
  const { step, slug, captions } = page;
  if (!step) return null;
  if (!step.activity) return <ReadForm page={page} refusal={refusal} />;
  return (
    <>
      <LessonText slug={slug} blocks={step.activity.task} captions={captions} />
      <ActivityOf page={page} refusal={refusal} activity={step.activity} stepId={step.id} />
    </>
  );
}

function ActivityOf({ activity, ...rest }: ActivityProps<StudentActivity['kind']>) {
  switch (activity.kind) {
    case 'predict':
      return <PredictForm activity={activity} {...rest} />;
    case 'generate':
      return <DrawStep activity={activity} {...rest} />;
    case 'compare':
      return <CompareForm activity={activity} {...rest} />;
    case 'explain':
      return <ExplainForm activity={activity} {...rest} />;
    case 'check':
      return <CheckForm activity={activity} {...rest} />;
    case 'tally':
      return <TallyForm activity={activity} {...rest} />;
  }
}
