const SLOT = /\{([^{}\n]+)\}/g;

/** The columns that a template names in `{…}`, each once. */
export function findSlots(template: string): string[] {
  return [...new Set([...template.matchAll(SLOT)].map(([, name = '']) => name.trim()))];
}

/** A template with each slot filled; what has no value stays empty. */
export function fillTemplate(template: string, values: Record<string, string>): string {
  return template.replace(SLOT, (_, name: string) => values[name.trim()] ?? '');
}
