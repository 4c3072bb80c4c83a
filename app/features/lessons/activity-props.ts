import type { LessonScreenPage } from './find-lesson-page.server.ts';
import type { Refusal } from './refusal.ts';
import type { StudentActivity } from './student-step.ts';

export interface StepActivityProps {
  page: LessonScreenPage;
  refusal: Refusal | undefined;
}

/** What the view of each kind of step is given. */
export interface ActivityProps<Kind extends StudentActivity['kind']> extends StepActivityProps {
  activity: Extract<StudentActivity, { kind: Kind }>;
  stepId: string;
}
