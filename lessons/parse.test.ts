import { expect, it } from 'vitest';
import { LessonError } from './lesson-error.ts';
import { parseLesson } from './parse.ts';

const frontMatter = `title: Test
number: 1
minutes: 30
ages: 11-16
summary: A lesson.
cover: a.png
objectives: [see]
misconceptions:
  - { belief: wrong, truth: right }
competences: { AILit: [one], UNESCO: [two] }
pictures:
  a.png: { prompt: a house, seed: 1 }`;

const body = `## Read this

Some *text* with \`a prompt\`.

![A house](a.png)

:::predict{#guess}
What comes?

- This
- That
:::

:::instructor
The first one.
:::

## Draw it

:::generate{#draw seeds="1,2"}
Go.
:::

## Ask

:::check{#ask answer=2}
Which?

- One
  > Not this.
- Two
:::`;

const lessonOf = (yaml: string, text: string) => `---\n${yaml}\n---\n\n${text}\n`;

function parse(text: string, files: string[] | null = ['a.png']) {
  return parseLesson({ folder: '01-test', text, file: 'lessons/01-test/lesson.md', files });
}

it('reads steps, activities, notes and choices with their feedback', () => {
  const lesson = parse(lessonOf(frontMatter, body));
  expect(lesson.slug).toBe('test');
  expect(lesson.steps.map(({ id, activity }) => [id, activity?.kind])).toEqual([
    ['guess', 'predict'],
    ['draw', 'generate'],
    ['ask', 'check'],
  ]);
  const [guess, draw, ask] = lesson.steps;
  expect(guess?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'pictures']);
  expect(guess?.instructor).toHaveLength(1);
  expect(draw?.activity).toMatchObject({
    seeds: ['1', '2'],
    vary: ['prompt'],
    steps: 20,
    pictures: 1,
  });
  expect(ask?.activity).toMatchObject({
    answer: 2,
    choices: [
      { text: 'One', feedback: 'Not this.' },
      { text: 'Two', feedback: null },
    ],
  });
});

it('hashes the content', () => {
  const text = lessonOf(frontMatter, body);
  expect(parse(text).hash).toBe(parse(text).hash);
  expect(parse(text).hash).not.toBe(parse(`${text} `).hash);
});

const swap = (from: string, to: string) => {
  const text = lessonOf(frontMatter, body);
  expect(text).toContain(from);
  return text.replace(from, to);
};

it.each<[string, () => string, string]>([
  ['no front matter', () => body, '1: A lesson begins with front matter: ---'],
  [
    'YAML that is none',
    () => swap('objectives: [see]', 'objectives: [see'),
    '9: Flow sequence in block collection',
  ],
  [
    'an unknown key',
    () => swap('minutes: 30', 'minuts: 30'),
    '4: There is no "minuts" in a lesson’s front matter.',
  ],
  ['a missing key', () => swap('summary: A lesson.\n', ''), '"summary" is missing.'],
  [
    'a wrong value',
    () => swap('minutes: 30', 'minutes: 300'),
    '4: "minutes": Number must be less than or equal to 120.',
  ],
  [
    'an unknown key of a picture',
    () => swap('seed: 1 }', 'seed: 1, sede: 2 }'),
    '13: There is no "sede" in "pictures.a.png".',
  ],
  [
    'a text before the first step',
    () => swap('## Read this\n', ''),
    '17: A step begins with a heading: ## Its title',
  ],
  [
    'an unknown directive',
    () => swap(':::predict{#guess}', ':::quiz{#guess}'),
    '22: There is no directive "quiz"',
  ],
  [
    'an unknown attribute',
    () => swap('{#draw seeds', '{#draw sedes'),
    '35: "generate" has no "sedes".',
  ],
  [
    'a missing id',
    () => swap(':::predict{#guess}', ':::predict'),
    '22: "predict" needs an id: {#name}.',
  ],
  [
    'a wrong attribute',
    () => swap('{#draw seeds="1,2"}', '{#draw steps="many"}'),
    '35: "steps" of "generate": is a whole number from 1 to 99.',
  ],
  [
    'too few choices',
    () => swap('- This\n- That', '- This'),
    '22: "predict" needs a list of at least 2 choices.',
  ],
  [
    'an answer that is no choice',
    () => swap('answer=2', 'answer=3'),
    '41: The answer is choice 3, but there are 2.',
  ],
  [
    'HTML',
    () => swap('Some *text*', '<script>alert(1)</script> Some'),
    '18: A lesson holds no HTML and no code.',
  ],
  [
    'a picture that is not declared',
    () => swap('(a.png)', '(b.png)'),
    '20: The picture b.png is not in the front matter’s "pictures".',
  ],
  [
    'a picture without words',
    () => swap('![A house]', '![]'),
    '20: The picture a.png needs a description in [ ].',
  ],
  [
    'a link to another scheme',
    () => swap('*text*', '[x](javascript:alert)'),
    '18: The link javascript:alert must begin with https:// or with /.',
  ],
  [
    'a colon that reads as a directive',
    () => swap('*text*', 'note:this'),
    '18: ":this" reads as a directive; put a space after the colon.',
  ],
  ['two activities in a step', () => swap('## Draw it\n', ''), 'has an activity already.'],
  ['an id twice', () => swap('{#draw', '{#guess'), 'Two steps have the id "guess".'],
  [
    'a step that points at none',
    () => swap(':::check{#ask answer=2}', ':::compare{#ask of=paint changed=prompt}'),
    '"paint" is not a generate step before this one.',
  ],
])('names file and line of %s', (_name, makeText, expected) => {
  let message = '';
  try {
    parse(makeText());
  } catch (error) {
    expect(error).toBeInstanceOf(LessonError);
    message = (error as LessonError).message;
  }
  expect(message).toContain(`lessons/01-test/lesson.md:${/^\d/.test(expected) ? expected : ''}`);
  expect(message).toContain(expected);
});

it('names every mistake of a file, in the order of its lines', () => {
  const text = swap('{#draw seeds', '{#draw sedes').replace('*text*', '<b>text</b>');
  expect(() => parse(text)).toThrowError(/:18: .*HTML[^]*:35: .*"sedes"/);
});

it('holds pictures and their files together', () => {
  const text = lessonOf(frontMatter, body);
  expect(() => parse(text, [])).toThrowError('The picture a.png has no file');
  expect(() => parse(text, ['a.png', 'old.png'])).toThrowError(
    'The file old.png is not in "pictures".',
  );
  expect(parse(text, null).steps).toHaveLength(3);
});
