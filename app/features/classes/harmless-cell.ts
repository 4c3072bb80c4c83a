/** What a spreadsheet takes for the start of a formula, also behind spaces. */
const FORMULA_START = /^[\t\r]|^\s*[=+\-@]/;

/**
 * A text that no spreadsheet runs as a formula: one that could be gets an apostrophe in front, which
 * spreadsheets hide. Follows OWASP's page on CSV injection.
 */
export function harmlessCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
