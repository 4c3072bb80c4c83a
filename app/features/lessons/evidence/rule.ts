import type { LogEntry } from '../find-lesson-log.server.ts';

/** What a rule may look at besides the form: the student's own log, never what the page says of it. */
export interface RuleContext {
  log: LogEntry[];
  /** Evidence counts from this moment on: when the newest prediction was locked. */
  since: Date | null;
}
