/** What a spreadsheet takes for the start of a formula, also behind spaces, and in full width. */
const FORMULA_START = /^'*([\t\r]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/**
 * A text that no spreadsheet runs as a formula: one that could be gets an apostrophe in front. So does one
 * that has apostrophes there already, so that taking one away gives the text back. Follows OWASP's page on
 * CSV injection.
 */
export function harmlessCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
