export type WordCategory = 'profanity' | 'sexual' | 'hate' | 'violence' | 'self-harm' | 'drugs';

/** `mild` is blocked only where a class asks for the strict filter. */
export type TermSeverity = 'mild' | 'strong' | 'severe';

export const SEVERITY_RANKS: Record<TermSeverity, number> = { mild: 1, strong: 2, severe: 3 };

export interface Term {
  /** Its letters, with nothing between them. */
  letters: string;
  category: WordCategory;
  severity: TermSeverity;
  /** Whether it counts inside a longer word too. */
  isRoot: boolean;
  /** For each place that may be a space, the number of the run of letters behind which it lies. */
  breaks: readonly number[];
  /** Whether it counts only as single letters with a dot behind each, as "s.o.b." does and "sob" does not. */
  isInitials: boolean;
}

/** A word or phrase with what it is about. */
export type TermEntry = readonly [text: string, category: WordCategory, severity: TermSeverity];
