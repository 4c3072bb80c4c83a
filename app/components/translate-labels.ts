import type { TFunction } from 'i18next';

/** Choices whose labels and descriptions are names of ours, in the reader's language. */
export function translateLabels<T extends { label: string; description?: string }>(
  t: TFunction,
  choices: readonly T[],
): T[] {
  return choices.map((choice) => ({
    ...choice,
    label: t(choice.label),
    ...(choice.description && { description: t(choice.description) }),
  }));
}
