import type { ContainerDirective } from 'mdast-util-directive';
import type { BlockContent, DefinitionContent } from 'mdast';
import type { Block, ReadOptions } from './blocks.ts';
import { plainText, readBlocks } from './blocks.ts';
import { directiveSchemas } from './schema.ts';
import type { Activity, Choice } from './schema.ts';

export const ACTIVITY_KINDS = Object.keys(directiveSchemas) as Activity['kind'][];

/** What each kind does with the list at the end of its text, and the fewest items it takes. */
const CHOICES: Partial<Record<Activity['kind'], number>> = {
  predict: 2,
  check: 2,
  tally: 2,
  explain: 0,
};

/** Reads one directive with its attributes; adds to `mistakes` and returns null where it can't be used. */
export function readActivity(
  node: ContainerDirective,
  options: ReadOptions,
): { id: string; activity: Activity } | null {
  const line = node.position?.start.line ?? 1;
  const complain = (message: string) => options.mistakes.push({ line, message });
  const kind = ACTIVITY_KINDS.find((known) => known === node.name);
  if (!kind) {
    complain(
      `There is no directive "${node.name}": use ${[...ACTIVITY_KINDS, 'instructor'].join(', ')}.`,
    );
    return null;
  }
  const task = readBlocks(node.children as (BlockContent | DefinitionContent)[], options);
  const read = directiveSchemas[kind].safeParse(node.attributes ?? {});
  if (!read.success) {
    for (const issue of read.error.issues) {
      const name = issue.path.join('.');
      if (issue.code === 'unrecognized_keys')
        complain(`"${kind}" has no "${issue.keys.join('", "')}".`);
      else if (issue.code === 'invalid_type' && issue.received === 'undefined')
        complain(name === 'id' ? `"${kind}" needs an id: {#name}.` : `"${kind}" needs "${name}".`);
      else complain(`"${name}" of "${kind}": ${issue.message}.`);
    }
    return null;
  }
  const { id, ...attributes } = read.data;
  const fewest = CHOICES[kind];
  if (fewest === undefined) return { id, activity: { kind, task, ...attributes } as Activity };
  const choices = takeChoices(task);
  if (choices.length < fewest) complain(`"${kind}" needs a list of at least ${fewest} choices.`);
  if ('answer' in attributes && attributes.answer > choices.length)
    complain(`The answer is choice ${attributes.answer}, but there are ${choices.length}.`);
  return { id, activity: { kind, task, choices, ...attributes } as Activity };
}

/** Takes the list at the end off the text. A quote under an item is that choice's feedback. */
function takeChoices(task: Block[]): Choice[] {
  if (task.at(-1)?.type !== 'list') return [];
  const list = task.pop() as Extract<Block, { type: 'list' }>;
  return list.items.map((blocks) => ({
    text: wordsOf(blocks.filter(({ type }) => type !== 'quote')),
    feedback:
      wordsOf(blocks.flatMap((block) => (block.type === 'quote' ? block.blocks : []))) || null,
  }));
}

function wordsOf(blocks: Block[]): string {
  return blocks
    .map((block) => ('children' in block ? plainText(block.children) : ''))
    .join(' ')
    .trim();
}
