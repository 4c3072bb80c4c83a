import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { MODEL_CATALOG } from '#models/catalog.ts';
import { env } from '#app/platform/env.server.ts';
import { SAMPLER_IDS } from '#worker/engine/contract/request.ts';
import type { SamplerId } from '#worker/engine/contract/request.ts';
import { readModelParts } from './read-model-parts.server.ts';
import type { ModelParts } from './read-model-parts.server.ts';

export interface StudioModel extends ModelParts {
  id: string;
  name: string;
  licence: string | null;
  defaults: { steps: number; guidance: number; sampler: SamplerId };
  /** The side of the square picture that the model was made for. */
  sidePx: number;
  /** Words it has practised, and words it has barely seen; null where its folder does not say. */
  words: { known: string[]; weak: string[]; slots: WordSlot[] } | null;
}

/** A part of a prompt, such as "Place", and the phrases that a model knows for it. */
export interface WordSlot {
  name: string;
  words: string[];
}

/** `easel.json`: what Easel adds to a model folder. */
const easelSchema = z.object({
  name: z.string().min(1).optional(),
  licence: z.string().optional(),
  defaults: z
    .object({
      steps: z.number().int().min(1).max(100).optional(),
      guidance: z.number().min(0).max(30).optional(),
      sampler: z.enum(SAMPLER_IDS).optional(),
      widthPx: z.number().int().min(64).optional(),
    })
    .default({}),
});

const wordList = z.array(z.string()).default([]);

/** `words.json`: what a small model has practised, by kind. */
const wordsSchema = z.object({
  words: z.array(z.string()),
  weak: wordList,
  subjects: wordList,
  poses: wordList,
  expressions: wordList,
  gestures: wordList,
  places: wordList,
  environments: wordList,
  lights: wordList,
  looks: wordList,
  styles: wordList,
});

/** What most Stable Diffusion models want, where a folder says nothing else. */
const USUAL = { steps: 20, guidance: 7, sampler: 'dpmpp-2m', widthPx: 512 } as const;

/**
 * The models in the models folder, by name, `starter` first: each folder with a `model_index.json`. Names and
 * defaults come from its `easel.json`, the words it knows from `words.json`; both may be missing, and one that
 * can't be read counts as missing here: the engine says so when it loads the model.
 */
export async function findModels(folder = env().EASEL_MODELS_DIR): Promise<StudioModel[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const models = await Promise.all(folders.map((id) => readModel(path.join(folder, id), id)));
  return models
    .filter((model) => model !== null)
    .sort((a, b) => Number(b.id === 'starter') - Number(a.id === 'starter') || compare(a, b));
}

function compare(a: StudioModel, b: StudioModel): number {
  return a.name.localeCompare(b.name, 'en');
}

async function readModel(folder: string, id: string): Promise<StudioModel | null> {
  const index = await readText(path.join(folder, 'model_index.json'));
  if (index === null) return null;
  const easel = await readJson(path.join(folder, 'easel.json'), easelSchema);
  const words = await readJson(path.join(folder, 'words.json'), wordsSchema);
  const { widthPx, ...defaults } = { ...USUAL, ...easel?.defaults };
  const catalogued = MODEL_CATALOG.find((entry) => entry.id === id);
  return {
    id,
    name: easel?.name ?? catalogued?.name ?? id,
    licence: easel?.licence ?? catalogued?.licence.name ?? null,
    defaults,
    sidePx: widthPx,
    ...(await readModelParts(folder)),
    words: words && { known: words.words, weak: words.weak, slots: listSlots(words) },
  };
}

/** The template of a prompt: what, on which side, where, in which light, and in which way. */
function listSlots(words: z.output<typeof wordsSchema>): WordSlot[] {
  const slots = [
    { name: 'Subject', words: listSubjects(words) },
    { name: 'Side', words: words.places },
    { name: 'Place', words: words.environments },
    { name: 'Light', words: words.lights },
    { name: 'Look', words: words.looks },
    { name: 'Style', words: words.styles },
  ];
  return slots.filter((slot) => slot.words.length > 0);
}

/** Each subject; people, faces and hands in each way that the model has seen them, such as "waving person". */
function listSubjects(words: z.output<typeof wordsSchema>): string[] {
  const { subjects, poses, expressions, gestures } = words;
  const manners = new Map([
    ['person', poses],
    ['face', expressions],
    ['hand', gestures],
  ]);
  return subjects.flatMap((subject) => {
    const ways = manners.get(subject) ?? [];
    return ways.length > 0 ? ways.map((way) => `${way} ${subject}`) : subject;
  });
}

async function readJson<Schema extends z.ZodTypeAny>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const text = await readText(file);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text)) as z.output<Schema>;
  } catch {
    return null;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
