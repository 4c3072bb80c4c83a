import { readFileSync } from 'node:fs';
import { LessonError } from '#lessons/lesson-error.ts';
import { parseLesson } from '#lessons/parse.ts';

const FOLDER = '01-be-specific';
const FILE = `lessons/${FOLDER}/lesson.md`;

/** What an author gets wrong in a real lesson: a text, what stands in its place, and what is told about it. */
export const MISTAKES: { name: string; from: string; to: string; told: string }[] = [
  {
    name: 'a misspelt key in the front matter',
    from: 'minutes: 40',
    to: 'minuts: 40',
    told: 'There is no "minuts" in a lesson’s front matter.',
  },
  {
    name: 'a value that is too large',
    from: 'minutes: 40',
    to: 'minutes: 400',
    told: '"minutes": Number must be less than or equal to 120.',
  },
  {
    name: 'a bracket that is not closed',
    from: 'seed: 5, secret: true }',
    to: 'seed: 5, secret: true',
    told: 'Flow map in block collection must be sufficiently indented and end with a }.',
  },
  {
    name: 'a directive that does not exist',
    from: ':::predict{#gaps}',
    to: ':::quiz{#gaps}',
    told: 'There is no directive "quiz": use predict, generate, compare, explain, check, tally, instructor.',
  },
  {
    name: 'a misspelt attribute',
    from: 'changed=prompt',
    to: 'chagned=prompt',
    told: '"compare" has no "chagned".',
  },
  {
    name: 'an activity without an id',
    from: ':::check{#source answer=3}',
    to: ':::check{answer=3}',
    told: '"check" needs an id: {#name}.',
  },
  {
    name: 'an answer that is no choice',
    from: ':::check{#source answer=3}',
    to: ':::check{#source answer=7}',
    told: 'The answer is choice 7, but there are 4.',
  },
  {
    name: 'a step that points at none before it',
    from: ':::compare{#change of=secret',
    to: ':::compare{#change of=secrets',
    told: '"secrets" is not a generate step before this one.',
  },
  {
    name: 'a picture that is not declared',
    from: '(tree-2.png)',
    to: '(tree-4.png)',
    told: 'The picture tree-4.png is not in the front matter’s "pictures".',
  },
  {
    name: 'code in a lesson',
    from: 'So the words matter.',
    to: '<script>alert(1)</script> So the words matter.',
    told: 'A lesson holds no HTML and no code.',
  },
];

/** What the author of the lesson is told, line by line, when this mistake is in it. */
export function tellMistakes({ from, to }: { from: string; to: string }): string[] {
  const text = readFileSync(FILE, 'utf8');
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${FILE} any more.`);
  try {
    parseLesson({ folder: FOLDER, text: text.replace(from, to), file: FILE, files: null });
  } catch (error) {
    if (error instanceof LessonError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** The line that the mistake was made on. */
export function lineOf(from: string): number {
  const text = readFileSync(FILE, 'utf8');
  return text.slice(0, text.indexOf(from)).split('\n').length;
}
