import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

export interface Text {
  /** The catalog's key; where the text is composed, `{{}}` stands for each value. */
  key: string;
  /** Its translation must have a form for one and one for more. */
  isPlural: boolean;
  place: string;
}

export interface Texts {
  /** What `t`, `Trans` and `pageTitle` are given, what schemas and errors say. */
  said: Text[];
  /** Every other string of the code: names that tables hold and `t` is given as a variable. */
  others: Set<string>;
  /** Words in a page that no translator sees, with their places. */
  bare: string[];
}

const READ_BY_PEOPLE =
  /^(aria-(label|roledescription|valuetext|description)|alt|badge|caption|confirmLabel|detail|ends|header|hint|label|lead|legend|message|note|placeholder|reason|statusText|submitLabel|summary|text|title|undoLabel)$/;
const SAYS = new Set(['t', 'pageTitle']);
const REFUSES = /(Error|fault|refuse|refuseWith)$/;

/** Reads every text of the interface from the code under `folders`. */
export async function readTexts(folders: string[]): Promise<Texts> {
  const texts: Texts = { said: [], others: new Set(), bare: [] };
  for (const folder of folders)
    for (const name of (await readdir(folder, { recursive: true })).sort())
      if (/(?<!\.test)\.tsx?$/.test(name)) await readFrom(path.join(folder, name), texts);
  return texts;
}

async function readFrom(file: string, texts: Texts): Promise<void> {
  const source = ts.createSourceFile(
    file,
    await readFile(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const placeOf = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const say = (node: ts.Node, isPlural = false) => {
    for (const key of keysOf(node)) texts.said.push({ key, isPlural, place: placeOf(node) });
  };
  function visit(node: ts.Node) {
    if (ts.isCallExpression(node) && SAYS.has(node.expression.getText()))
      say(node.arguments[0]!, /\bcount\b/.test(node.arguments[1]?.getText() ?? ''));
    else if (ts.isJsxAttribute(node)) readAttribute(node);
    else if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text) && !isCode(node.parent))
      texts.bare.push(`${placeOf(node)} ${node.text.trim()}`);
    else if (ts.isStringLiteralLike(node)) texts.others.add(node.text);
    else if (ts.isTemplateExpression(node)) for (const key of keysOf(node)) texts.others.add(key);
    ts.forEachChild(node, visit);
  }
  function readAttribute(node: ts.JsxAttribute) {
    const name = node.name.getText();
    const value = node.initializer;
    if (!value) return;
    if (name === 'i18nKey') {
      const isPlural = node.parent.properties.some((each) => each.name?.getText() === 'count');
      say(ts.isJsxExpression(value) ? value.expression! : value, isPlural);
    } else if (READ_BY_PEOPLE.test(name))
      for (const bare of bareTexts(value)) texts.bare.push(`${placeOf(node)} ${name}: ${bare}`);
  }
  visit(source);
}

/** The strings that an expression can be: of a choice both. */
function keysOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text + node.templateSpans.map(({ literal }) => `{{}}${literal.text}`).join(''),
    ];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(keysOf);
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
  return [];
}

/** Words that an attribute shows as they stand; what goes through a call is the call's affair. */
function bareTexts(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return isWords(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) {
    const text = keysOf(node)[0]!;
    return isWords(text.replaceAll('{{}}', '')) ? [text] : [];
  }
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(bareTexts);
  if (ts.isBinaryExpression(node)) {
    const isCondition = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return [...(isCondition ? [] : bareTexts(node.left)), ...bareTexts(node.right)];
  }
  if (ts.isJsxExpression(node) && node.expression) return bareTexts(node.expression);
  if (ts.isParenthesizedExpression(node)) return bareTexts(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(bareTexts);
  return [];
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** A command or an address is the same in every language. */
function isCode(node: ts.Node): boolean {
  return ts.isJsxElement(node) && /^(code|kbd|pre)$/.test(node.openingElement.tagName.getText());
}
