import { createHash } from 'node:crypto';
import type { BlockContent, DefinitionContent, Heading, Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readActivity } from './activities.ts';
import { plainText, readBlocks, readInlines } from './blocks.ts';
import type { ReadOptions } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { LessonError } from './lesson-error.ts';
import type { Mistake } from './lesson-error.ts';
import { checkReferences } from './references.ts';
import type { Lesson, Step } from './schema.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).freeze();

interface ParseOptions {
  /** `NN-slug`. */
  folder: string;
  text: string;
  /** The path that mistakes are named with. */
  file: string;
  /** Names of the .png files beside the lesson; null before they are made. */
  files: string[] | null;
}

/**
 * Reads one lesson: YAML front matter, then steps that each begin with `## Title` and hold text, at most
 * one activity, and notes for the instructor.
 *
 * Throws a LessonError that names every mistake with its line.
 */
export function parseLesson({ folder, text, file, files }: ParseOptions): Lesson {
  const mistakes: Mistake[] = [];
  const [first, ...rest] = (markdown.parse(text) as Root).children;
  if (first?.type !== 'yaml')
    throw new LessonError(file, [{ line: 1, message: 'A lesson begins with front matter: ---' }]);
  const frontMatter = readFrontMatter(first.value, mistakes);
  if (!frontMatter) throw new LessonError(file, mistakes);

  const reader = new StepReader(frontMatter.pictures, mistakes);
  for (const node of rest) reader.read(node);
  const { steps, instructor } = reader;
  mistakes.push(...checkReferences({ frontMatter, steps, files }));
  if (mistakes.length > 0) throw new LessonError(file, mistakes);
  const hash = createHash('sha256').update(text).digest('hex');
  const slug = folder.replace(/^\d+-/, '');
  return { slug, folder, hash, frontMatter, instructor, steps };
}

/** Gathers what stands under each heading. */
class StepReader {
  readonly steps: Step[] = [];
  readonly instructor: Lesson['instructor'] = [];
  readonly #pictures: Lesson['frontMatter']['pictures'];
  readonly #mistakes: Mistake[];

  constructor(pictures: Lesson['frontMatter']['pictures'], mistakes: Mistake[]) {
    this.#pictures = pictures;
    this.#mistakes = mistakes;
  }

  read(node: RootContent): void {
    const options = { pictures: this.#pictures, mistakes: this.#mistakes };
    const step = this.steps.at(-1);
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading' && node.depth === 2) {
      this.steps.push(startStep(node, line, options));
    } else if (node.type === 'containerDirective' && node.name === 'instructor') {
      const notes = readBlocks(node.children as (BlockContent | DefinitionContent)[], options);
      (step ?? this).instructor.push(...notes);
    } else if (!step) {
      this.#mistakes.push({ line, message: 'A step begins with a heading: ## Its title' });
    } else if (node.type === 'containerDirective') {
      if (step.activity)
        this.#mistakes.push({ line, message: `The step "${step.title}" has an activity already.` });
      const read = readActivity(node, options);
      if (read) Object.assign(step, read, { line });
    } else {
      step.blocks.push(...readBlocks([node as BlockContent], options));
    }
  }
}

function startStep(heading: Heading, line: number, options: ReadOptions): Step {
  const title = plainText(readInlines(heading.children, options));
  const id = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { id, title, line, blocks: [], instructor: [], activity: null };
}
