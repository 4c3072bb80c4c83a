import type { SubmissionState } from '#prisma/generated/enums.ts';

/** What a submission's state is called, for students and teachers alike. */
export const STATE_NAMES: Record<SubmissionState, string> = {
  new: 'Not begun',
  draft: 'Draft',
  turnedIn: 'Turned in',
  returned: 'Returned',
  takenBack: 'Taken back',
};

export const STATE_TONES: Record<SubmissionState, 'neutral' | 'info' | 'success' | 'warning'> = {
  new: 'neutral',
  draft: 'neutral',
  turnedIn: 'info',
  returned: 'success',
  takenBack: 'warning',
};
