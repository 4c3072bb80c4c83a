import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { env } from '#app/platform/env.server.ts';
import { SAMPLER_IDS } from '#worker/engine/contract/request.ts';
import type { SamplerId } from '#worker/engine/contract/request.ts';

export interface StudioModel {
  id: string;
  name: string;
  licence: string | null;
  defaults: { steps: number; guidance: number; sampler: SamplerId };
  /** The side of the square picture that the model was made for. */
  sidePx: number;
  /** Words it has practised, and words it has barely seen; null where its folder does not say. */
  words: { known: string[]; weak: string[] } | null;
}

const cardSchema = z.object({
  title: z.string().optional(),
  license: z.string().optional(),
  easel: z
    .object({
      steps: z.number().int().min(1).max(100).optional(),
      guidance: z.number().min(0).max(30).optional(),
      sampler: z.enum(SAMPLER_IDS).optional(),
    })
    .default({}),
});

const wordsSchema = z.object({
  words: z.array(z.string()),
  weak: z.array(z.string()).default([]),
});

const unetSchema = z.object({ sample_size: z.number().int().positive() });

const LATENT_SCALE = 8;
/** What most Stable Diffusion models want, where a folder says nothing else. */
const USUAL = { steps: 20, guidance: 7, sampler: 'dpmpp-2m' as const, latentSide: 64 };

/**
 * The models in the models folder, by name, `starter` first: each folder with a `model_index.json`. What the
 * studio says of a model comes from its card (the front matter of README.md, as model hubs write it), from
 * `words.json` and from `unet/config.json`; each of them may be missing.
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
  const [readme, words, unet] = await Promise.all([
    readText(path.join(folder, 'README.md')),
    readText(path.join(folder, 'words.json')),
    readText(path.join(folder, 'unet/config.json')),
  ]);
  const card = readCard(readme ?? '');
  const known = wordsSchema.safeParse(parseJson(words));
  const config = unetSchema.safeParse(parseJson(unet));
  const { steps, guidance, sampler } = card.easel;
  return {
    id,
    name: card.title ?? /^# (.+)$/m.exec(readme ?? '')?.[1]?.trim() ?? id,
    licence: card.license ?? null,
    defaults: {
      steps: steps ?? USUAL.steps,
      guidance: guidance ?? USUAL.guidance,
      sampler: sampler ?? USUAL.sampler,
    },
    sidePx: (config.success ? config.data.sample_size : USUAL.latentSide) * LATENT_SCALE,
    words: known.success ? { known: known.data.words, weak: known.data.weak } : null,
  };
}

/** A card that can't be read costs a model its name and defaults, not its place in the list. */
function readCard(readme: string): z.output<typeof cardSchema> {
  const frontMatter = /^---\n(.*?)\n---\n/s.exec(readme)?.[1] ?? '';
  const card = cardSchema.safeParse(parseOrNull(() => parseYaml(frontMatter) as unknown) ?? {});
  return card.success ? card.data : cardSchema.parse({});
}

function parseJson(text: string | null): unknown {
  return text === null ? null : parseOrNull(() => JSON.parse(text) as unknown);
}

function parseOrNull(parse: () => unknown): unknown {
  try {
    return parse();
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
