import { LOG_TYPES } from './log-table.ts';
import type { LogTable } from './log-table.ts';

/** The log's schema in Markdown, as it lies in `docs/` and in each export. */
export function describeLog(tables: Omit<LogTable, 'readRows'>[]): string {
  const types = Object.entries(LOG_TYPES).map(([type, means]) => `| ${type} | ${means} |`);
  return `${HEAD}
## Types

| type | what it holds |
| --- | --- |
${types.join('\n')}
${tables.map(describeTable).join('')}`;
}

const HEAD = `# The log of a class

An export is one zip file with a file for each table below, as CSV, JSONL or Parquet. The three formats hold the
same rows, in the same order: oldest first.

- **People.** A student stands under \`participant\`: an HMAC of their id under a key that is made for the export
  and forgotten after it. The other ids are made the same way. They join the tables of one export; two exports
  share none. What students typed is as they typed it: read it before you pass it on.
- **Pictures.** No picture is in an export. An approved one is named by the SHA-256 of its file; a held or removed
  one is not.
- **Nothing is null.** An empty text is null too. In CSV that is an empty cell.
- **CSV** is RFC 4180 in UTF-8 with a byte order mark. A text that a spreadsheet would run as a formula, one that
  begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a carriage return, has an apostrophe in front. So has one that
  begins with apostrophes and goes on like that: to read a text back, take one apostrophe away.
- **Spreadsheets round seeds** above 2^53. Use Parquet or JSONL where they matter.
`;

function describeTable({ name, means, columns }: Omit<LogTable, 'readRows'>): string {
  const rows = columns.map((column) => `| ${column.name} | ${column.type} | ${column.means} |`);
  return `
## ${name}

${means}

| column | type | what it is |
| --- | --- | --- |
${rows.join('\n')}
`;
}
