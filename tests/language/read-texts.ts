import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

export interface Text {
  /** The catalog's key; where the text is composed, `{{}}` stands for each value. */
  key: string;
  /** Its translation has a form for one and another for more. */
  isPlural: boolean;
  place: string;
}

export interface Texts {
  /** What `t`, `Trans` and `pageTitle` are given as it stands. */
  said: Text[];
  /** Sentences of errors and schemas, and the names of tables that `t` is given by a key. */
  sentences: Text[];
  /** Every string of the code. */
  strings: Set<string>;
  /** Words in a page that no translator sees. */
  bare: string[];
}

/** What only programs, exports and whoever starts Easel read. */
const NOT_ON_PAGES =
  /(features\/(api|audit|batches|webhooks|webui)|platform|routes\/live)\/|-columns\.ts$|find-api-viewer|seed-demo|export-student|describe-log|log-table\.ts|\.mjs$/;
const READ_BY_PEOPLE =
  /^(aria-(label|roledescription|valuetext)|alt|badge|caption|confirmLabel|description|detail|ends|header|hint|label|lead|legend|message|note|placeholder|reason|statusText|submitLabel|summary|text|title)$/;
const SENTENCE = /^[A-Z“"{].*\s.*[.?]$/s;

/** Reads every text of the interface from the code under `folder`. */
export async function readTexts(folder: string): Promise<Texts> {
  const texts: Texts = { said: [], sentences: [], strings: new Set(), bare: [] };
  const tables = new Map<string, Text[]>();
  const lookedUp = new Set<string>();
  for (const name of (await readdir(folder, { recursive: true })).sort())
    if (/(?<!\.test)\.tsx?$/.test(name))
      await readFile(path.join(folder, name), 'utf8').then((source) =>
        readFrom(path.join(folder, name), source, { texts, tables, lookedUp }),
      );
  for (const name of lookedUp) texts.sentences.push(...(tables.get(name) ?? []));
  return texts;
}

interface Found {
  texts: Texts;
  /** Strings of the constants of the code, by the constant's name. */
  tables: Map<string, Text[]>;
  /** Constants that a translator is given parts of. */
  lookedUp: Set<string>;
}

function readFrom(file: string, text: string, { texts, tables, lookedUp }: Found): void {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const toTexts = (node: ts.Node, isPlural = false): Text[] => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return keysOf(node).map((key) => ({ key, isPlural, place: `${file}:${line + 1}` }));
  };
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) readCall(node);
    else if (ts.isJsxAttribute(node)) readAttribute(node);
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      texts.bare.push(...bareTexts(node.expression).map((bare) => `${file} ${bare}`));
    else if (ts.isJsxText(node) && hasWords(node.text) && !isSameEverywhere(node))
      texts.bare.push(`${file} ${node.text.trim()}`);
    else if (ts.isVariableStatement(node) && node.parent === source) readTables(node);
    else if (ts.isPropertyAssignment(node)) texts.strings.add(node.name.getText());
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) readString(node);
    ts.forEachChild(node, visit);
  }
  function readCall(node: ts.CallExpression): void {
    const [first, second] = node.arguments;
    const callee = node.expression.getText();
    if (callee === 'translateLabels' && second) lookUp(second);
    // Choices made of a table of names; those of samplers are the same everywhere.
    if (callee === 'Object.entries' && first && first.getText() !== 'SAMPLER_NAMES') lookUp(first);
    if (!first || (callee !== 't' && callee !== 'pageTitle')) return;
    const context = /context: '(\w+)'/.exec(second?.getText() ?? '')?.[1];
    const isPlural = /\bcount\b/.test(second?.getText() ?? '');
    for (const each of toTexts(first, isPlural))
      texts.said.push(context ? { ...each, key: `${each.key}_${context}` } : each);
    lookUp(first);
  }
  /** `t(STATE_NAMES[state])` says any of the strings of STATE_NAMES. */
  function lookUp(node: ts.Node): void {
    if (ts.isIdentifier(node)) lookedUp.add(node.text);
    if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node))
      lookUp(node.expression);
    if (ts.isCallExpression(node)) node.arguments.forEach(lookUp);
    if (ts.isBinaryExpression(node)) lookUp(node.left);
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(lookUp);
  }
  function readAttribute(node: ts.JsxAttribute): void {
    const name = node.name.getText();
    if (!node.initializer) return;
    const value = ts.isJsxExpression(node.initializer)
      ? node.initializer.expression!
      : node.initializer;
    if (name === 'i18nKey')
      texts.said.push(...toTexts(value, node.parent.getText().includes('count={')));
    else if (READ_BY_PEOPLE.test(name) && name !== 'placeholder')
      texts.bare.push(...bareTexts(value).map((bare) => `${file} ${name}: ${bare}`));
  }
  function readTables({ declarationList }: ts.VariableStatement): void {
    for (const { name, initializer } of declarationList.declarations) {
      const found: Text[] = [];
      const collect = (node: ts.Node): void => {
        if (ts.isStringLiteral(node))
          found.push(...toTexts(node).filter(({ key }) => hasWords(key)));
        else if (ts.isObjectLiteralExpression(node)) {
          const named = node.properties.filter(({ name: key }) =>
            READ_BY_PEOPLE.test(key?.getText() ?? ''),
          );
          // Of { value: 'fill', label: 'The colours around it' } only the label is read.
          for (const property of named.length > 0 ? named : node.properties)
            if (ts.isPropertyAssignment(property)) collect(property.initializer);
        } else if (!ts.isFunctionLike(node)) ts.forEachChild(node, collect);
      };
      if (initializer && !NOT_ON_PAGES.test(file)) collect(initializer);
      tables.set(name.getText(), [...(tables.get(name.getText()) ?? []), ...found]);
    }
  }
  function readString(node: ts.Node): void {
    for (const found of toTexts(node)) {
      texts.strings.add(found.key);
      const isKey = ts.isStringLiteralLike(node) && /\{\{\w+\}\}/.test(found.key);
      const isSentence = file.endsWith('.ts') && SENTENCE.test(found.key);
      if (isKey || (isSentence && !isForPrograms(file, node))) texts.sentences.push(found);
    }
  }
  visit(source);
}

function isForPrograms(file: string, node: ts.Node): boolean {
  const { parent } = node;
  const isBug = ts.isNewExpression(parent) && parent.expression.getText() === 'Error';
  return isBug || NOT_ON_PAGES.test(file);
}

/** The strings that an expression can be: of a choice both. */
function keysOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text + node.templateSpans.map(({ literal }) => `{{}}${literal.text}`).join(''),
    ];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(keysOf);
  return [];
}

/** Words that an attribute shows as they stand; what goes through a call is the call's affair. */
function bareTexts(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
    return keysOf(node).filter(
      (text) => hasWords(text.replaceAll('{{}}', '')) && text !== 'LoRA {{}}',
    );
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(bareTexts);
  if (ts.isBinaryExpression(node)) return bareTexts(node.right);
  if (ts.isParenthesizedExpression(node)) return bareTexts(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(bareTexts);
  return [];
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** A command, an address, a character reference and the name Easel are the same in every language. */
function isSameEverywhere({ text, parent }: ts.JsxText): boolean {
  const isCode =
    ts.isJsxElement(parent) && /^(code|kbd|pre)$/.test(parent.openingElement.tagName.getText());
  return isCode || /^\s*(Easel|&\w+;)\s*$/.test(text);
}
