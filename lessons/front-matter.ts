import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { ZodIssue } from 'zod';
import type { Mistake } from './lesson-error.ts';
import { frontMatterSchema } from './schema.ts';
import type { FrontMatter } from './schema.ts';

/** The line of the file that the YAML starts on: the one after the first `---`. */
const FIRST_LINE = 2;

/** Reads a lesson's front matter; adds to `mistakes` and returns null where it can't be used. */
export function readFrontMatter(yaml: string, mistakes: Mistake[]): FrontMatter | null {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + FIRST_LINE - 1;
  if (document.errors.length > 0) {
    for (const { pos, message } of document.errors)
      mistakes.push({ line: lineAt(pos[0]), message: readYamlMessage(message) });
    return null;
  }
  const read = frontMatterSchema.safeParse(document.toJS());
  if (read.success) return read.data;
  for (const issue of read.error.issues)
    for (const { path, message } of describeIssue(issue))
      mistakes.push({ line: lineAt(findOffset(document, path)), message });
  return null;
}

/** Without the parser's own line, which counts from the start of the YAML. */
function readYamlMessage(message: string): string {
  return message.replace(/ at line \d+, column \d+:[^]*/, '.');
}

type Path = (string | number)[];

function describeIssue(issue: ZodIssue): { path: Path; message: string }[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `There is no "${key}" in ${path.length > 0 ? `"${path.join('.')}"` : 'a lesson’s front matter'}.`,
    }));
  const name = path.join('.') || 'The front matter';
  const missing = issue.code === 'invalid_type' && issue.received === 'undefined';
  return [{ path, message: missing ? `"${name}" is missing.` : `"${name}": ${issue.message}.` }];
}

/** Where a key stands, or the nearest thing around it that is there. */
function findOffset(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    const item = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    if (item?.range) return item.range[0];
  }
  return 0;
}
