import { FIELD_NAMES } from '#app/features/comparisons/find-differing-fields.ts';

/** The settings' names as pages write them, each once, in the order given. */
export function nameFields(fields: readonly string[]): string[] {
  const names: Record<string, string> = FIELD_NAMES;
  return [...new Set(fields.map((field) => names[field]?.replace(/^the /, '') ?? field))];
}
