import { FIELD_NAMES } from '#app/features/comparisons/find-differing-fields.ts';
import type { DifferingField } from '#app/features/comparisons/find-differing-fields.ts';

/** `learned`: the same model has been taught something between the two sides. */
export type ChangedField = DifferingField | 'learned';

export const CHANGED_NAMES: Record<ChangedField, string> = {
  ...FIELD_NAMES,
  learned: 'what the model has learned',
};
