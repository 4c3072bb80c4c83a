import type { BlockContent, DefinitionContent, Nodes, PhrasingContent } from 'mdast';
import type { Mistake } from './lesson-error.ts';

/** A lesson's text as plain data: what a page can draw, and nothing else. */
export type Inline =
  | { type: 'text' | 'prompt'; value: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' };

export type Block =
  | { type: 'paragraph' | 'heading'; children: Inline[] }
  | { type: 'prompt'; value: string }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'pictures'; pictures: ShownPicture[] };

export interface ShownPicture {
  file: string;
  alt: string;
}

export interface ReadOptions {
  pictures: Record<string, unknown>;
  mistakes: Mistake[];
}

type TextNode = BlockContent | DefinitionContent;

/** Reads Markdown text; what a lesson may not hold is added to `mistakes` and left out. */
export function readBlocks(nodes: TextNode[], options: ReadOptions): Block[] {
  return nodes.flatMap((node) => readBlock(node, options) ?? []);
}

function readBlock(node: TextNode, options: ReadOptions): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return node.children.some(({ type }) => type === 'image')
        ? readPictures(node.children, options)
        : { type: 'paragraph', children: readInlines(node.children, options) };
    case 'heading':
      if (node.depth === 3)
        return { type: 'heading', children: readInlines(node.children, options) };
      return refuse(node, 'A heading within a step is written with ###.', options);
    case 'code':
      return { type: 'prompt', value: node.value };
    case 'blockquote':
      return { type: 'quote', blocks: readBlocks(node.children, options) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        items: node.children.map((item) => readBlocks(item.children, options)),
      };
    default:
      return refuse(node, describeRefused(node), options);
  }
}

/** A paragraph of nothing but pictures is shown as a row of them. */
function readPictures(nodes: PhrasingContent[], options: ReadOptions): Block {
  const pictures: ShownPicture[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (node.type !== 'image') {
      refuse(node, 'Pictures stand in a paragraph of their own, without text.', options);
      continue;
    }
    if (!node.alt) refuse(node, `The picture ${node.url} needs a description in [ ].`, options);
    if (!(node.url in options.pictures))
      refuse(node, `The picture ${node.url} is not in the front matter’s "pictures".`, options);
    pictures.push({ file: node.url, alt: node.alt ?? '' });
  }
  return { type: 'pictures', pictures };
}

export function readInlines(nodes: PhrasingContent[], options: ReadOptions): Inline[] {
  return nodes.flatMap((node) => readInline(node, options) ?? []);
}

function readInline(node: PhrasingContent, options: ReadOptions): Inline | undefined {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'inlineCode':
      return { type: 'prompt', value: node.value };
    case 'strong':
    case 'emphasis':
      return { type: node.type, children: readInlines(node.children, options) };
    case 'break':
      return { type: 'break' };
    case 'link':
      if (!/^(https:\/\/|\/(?!\/))/.test(node.url))
        return refuse(node, `The link ${node.url} must begin with https:// or with /.`, options);
      return { type: 'link', href: node.url, children: readInlines(node.children, options) };
    default:
      return refuse(node, describeRefused(node), options);
  }
}

/** The words of a piece of text, without its marks. */
export function plainText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if ('value' in inline) return inline.value;
      return 'children' in inline ? plainText(inline.children) : ' ';
    })
    .join('');
}

function describeRefused(node: Nodes): string {
  if (node.type === 'html') return 'A lesson holds no HTML and no code.';
  if (node.type === 'textDirective')
    return `":${node.name}" reads as a directive; put a space after the colon.`;
  if (node.type === 'leafDirective' || node.type === 'containerDirective')
    return `The directive "${node.name}" can’t stand here.`;
  return `A lesson’s text can’t hold this (${node.type}).`;
}

function refuse(node: Nodes, message: string, { mistakes }: ReadOptions): undefined {
  mistakes.push({ line: node.position?.start.line ?? 1, message });
}
