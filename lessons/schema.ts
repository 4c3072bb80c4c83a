import { z } from 'zod';
import { SAMPLER_IDS } from '#worker/engine/contract/request.ts';
import type { Block } from './blocks.ts';

/** The settings that a lesson may leave to the student, one at a time or together. */
export const VARIED_FIELDS = [
  'prompt',
  'negativePrompt',
  'seed',
  'steps',
  'guidance',
  'sampler',
  'strength',
  'mask',
  'control',
] as const;
export type VariedField = (typeof VARIED_FIELDS)[number];

/**
 * What a comparison can find to be different; `weights` is a prompt whose words are the same, `learned` what the
 * model has been taught between two pictures.
 */
export const COMPARED_FIELDS = [
  'prompt',
  'weights',
  'negativePrompt',
  'seed',
  'steps',
  'guidance',
  'sampler',
  'modelId',
  'strength',
  'mask',
  'learned',
] as const;

/** What a lesson takes that not every Easel has. */
export const NEEDS = ['second-model', 'new-words'] as const;
export type Need = (typeof NEEDS)[number];

const PICTURE_FILE = /^[a-z0-9-]+\.png$/;
const sentence = z.string().trim().min(1, 'is empty');
const seed = z.union([z.number().int().min(0).transform(String), z.string().regex(/^\d{1,19}$/)]);

const pictureFile = z.string().regex(PICTURE_FILE, 'is the name of a .png file');
const px = z.number().int().min(0).max(1024);

const pictureSchema = z
  .object({
    prompt: sentence,
    negativePrompt: z.string().default(''),
    seed,
    steps: z.number().int().min(1).max(100).default(20),
    guidance: z.number().min(0).max(30).default(4),
    sampler: z.enum(SAMPLER_IDS).default('dpmpp-2m'),
    /** Begins from another picture of the lesson, and goes this far from it. */
    startFrom: pictureFile.optional(),
    strength: z.number().min(0).max(1).optional(),
    /** Draws only this part of it anew: left, top, width and height in pixels. */
    mask: z.tuple([px, px, px, px]).optional(),
    /** Is what a control picture of this kind shows of another picture. */
    controlOf: pictureFile.optional(),
    /** Has its layout from another picture of the lesson, which is a control picture of this kind. */
    layoutFrom: pictureFile.optional(),
    control: z
      .enum(['line', 'scribble', 'canny', 'depth', 'segment', 'pose', 'face', 'hand'])
      .optional(),
    /** Draws another picture again, so many times larger. */
    enlarge: z.number().int().min(2).max(4).optional(),
    /** The picture is a riddle: students see it without its settings. */
    secret: z.boolean().default(false),
  })
  .strict();
export type LessonPicture = z.output<typeof pictureSchema>;

/** The YAML between the two `---` at the top of a lesson file. */
export const frontMatterSchema = z
  .object({
    title: sentence,
    number: z.number().int().min(1),
    minutes: z.number().int().min(5).max(120),
    ages: z.string().regex(/^\d{1,2}-\d{1,2}$/, 'looks like 11-16'),
    summary: sentence,
    cover: pictureFile,
    objectives: z.array(sentence).min(1),
    misconceptions: z.array(z.object({ belief: sentence, truth: sentence }).strict()).min(1),
    competences: z
      .object({ AILit: z.array(sentence).min(1), UNESCO: z.array(sentence).min(1) })
      .strict(),
    /** Students are told where something is missing, instead of meeting a step that can't be done. */
    needs: z.array(z.enum(NEEDS)).default([]),
    pictures: z.record(pictureFile, pictureSchema),
  })
  .strict();
export type FrontMatter = z.output<typeof frontMatterSchema>;

const count = z
  .string()
  .regex(/^[1-9]\d?$/, 'is a whole number from 1 to 99')
  .transform(Number);
const names = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string()).min(1, 'names nothing'));
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is written in small letters, digits and dashes');
const numbers = z
  .string()
  .regex(/^[\d., ]+$/, 'is a list of numbers with commas between them')
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.number().positive()).min(2, 'needs two numbers or more').max(6));

/** The attributes of each directive, as text in the file and as values in the lesson. */
export const directiveSchemas = {
  predict: z.object({ id, words: count.default('3') }).strict(),
  generate: z
    .object({
      id,
      /** How many pictures the step needs, and which of their settings the student chooses. */
      pictures: count.default('1'),
      vary: names
        .transform((fields) => fields.filter((field) => field !== 'nothing'))
        .pipe(z.array(z.enum(VARIED_FIELDS)))
        .default('prompt'),
      /** Continues with the student's own settings and seeds of an earlier step. */
      from: id.optional(),
      prompt: z.string().optional(),
      negativePrompt: z.string().default(''),
      /** One press draws a picture for each of them. */
      seeds: names.pipe(z.array(z.string().regex(/^\d{1,19}$/)).max(8)).optional(),
      steps: count.default('20'),
      guidance: z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number)
        .default('4'),
      sampler: z.enum(SAMPLER_IDS).default('dpmpp-2m'),
      /** A secret picture to come close to; the prompts must come closer to its prompt. */
      target: z.string().regex(PICTURE_FILE).optional(),
      /** What is seen in the target, for those who listen to the page. */
      targetAlt: z.string().trim().min(1).optional(),
      /** Each prompt differs from the one in `from` by this many phrases. */
      phrases: count.optional(),
      /** So many different weights of one phrase, all else equal. */
      weights: count.optional(),
      /** One press draws the whole table: steps across, guidance down. */
      /** The student chooses a picture of their own, from this step, to begin from. */
      startFrom: id.optional(),
      strength: z
        .string()
        .regex(/^(0(\.\d+)?|1)$/, 'is a number from 0 to 1')
        .default('0.6'),
      /** So many different strengths from one picture, all else equal. */
      strengths: count.optional(),
      /** So many different prompts under one and the same control picture. */
      prompts: count.optional(),
      /** One press draws with so many models, or with all where there are fewer; this many are needed. */
      models: count.optional(),
      /** Makes the chosen picture so many times larger. */
      enlarge: z.enum(['2', '4']).transform(Number).optional(),
      /** The student's table fills the prompt's {columns}; one press draws a picture for each of its rows. */
      rows: count.pipe(z.number().max(32, 'is at most 32')).optional(),
      table: names.optional(),
      /** Drawn with a word that the student has taught since the step in `from`, with so many pictures or more. */
      taught: count.optional(),
      /** Draws every row of that step's table again. */
      replay: id.optional(),
      gridSteps: numbers.optional(),
      gridGuidance: numbers.optional(),
    })
    .strict(),
  compare: z
    .object({
      id,
      of: names,
      changed: z.enum(COMPARED_FIELDS),
      /** How many seeds both sides must share. */
      seeds: count.default('1'),
    })
    .strict(),
  explain: z
    .object({
      id,
      of: names,
      pictures: count.default('1'),
      words: count.default('8'),
      /** The claim says this setting's number of a picture that it points at. */
      names: z.enum(['steps', 'guidance', 'strength']).optional(),
      /** The pictures stand without what made them, so that they are judged by what is seen. */
      blind: z.enum(['yes']).optional(),
    })
    .strict(),
  check: z.object({ id, answer: count }).strict(),
  tally: z.object({ id, of: names, pictures: count }).strict(),
};

type Directive = typeof directiveSchemas;
type Attributes<Kind extends keyof Directive> = Omit<z.output<Directive[Kind]>, 'id'>;

/** One item of a list of choices; `feedback` is what a student reads after choosing it. */
export interface Choice {
  text: string;
  feedback: string | null;
}

interface Asked {
  task: Block[];
}

export type PredictActivity = { kind: 'predict'; choices: Choice[] } & Asked &
  Attributes<'predict'>;
export type GenerateActivity = { kind: 'generate' } & Asked & Attributes<'generate'>;
export type CompareActivity = { kind: 'compare' } & Asked & Attributes<'compare'>;
export type ExplainActivity = { kind: 'explain'; choices: Choice[] } & Asked &
  Attributes<'explain'>;
export type CheckActivity = { kind: 'check'; choices: Choice[] } & Asked & Attributes<'check'>;
export type TallyActivity = { kind: 'tally'; choices: Choice[] } & Asked & Attributes<'tally'>;
export type Activity =
  | PredictActivity
  | GenerateActivity
  | CompareActivity
  | ExplainActivity
  | CheckActivity
  | TallyActivity;

/** One screen: text, and at most one thing to do. A step without an activity is read. */
export interface Step {
  id: string;
  title: string;
  line: number;
  blocks: Block[];
  instructor: Block[];
  activity: Activity | null;
}

export interface Lesson {
  slug: string;
  /** `NN-slug`, beside its pictures. */
  folder: string;
  /** SHA-256 of the lesson file. */
  hash: string;
  frontMatter: FrontMatter;
  /** For teachers, about the whole lesson: what stands before the first step. */
  instructor: Block[];
  steps: Step[];
}
