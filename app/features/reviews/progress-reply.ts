import type { findProgressPage } from './find-progress-page.server.ts';

export type Progress = Awaited<ReturnType<typeof findProgressPage>>;

/** What a form of the page led to. */
export interface ProgressReply {
  done?: string;
  errors?: string[];
  dueAt?: string[];
}
