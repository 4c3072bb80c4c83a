import { randomInt, randomUUID } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { parsePrompt } from '#worker/engine/prompt/prompt.ts';
import { checkLimits } from '#app/features/limits/check-limits.server.ts';
import { findNamedConcepts } from '#app/features/concepts/find-named-concepts.server.ts';
import { writeForEngine } from '#app/features/concepts/concept-tags.ts';
import { enqueueGeneration } from './enqueue-generation.server.ts';
import { findChangedFields } from './find-changed-fields.server.ts';
import { readInputs } from './read-inputs.server.ts';
import { refuseWords } from './refuse-words.server.ts';
import { takeTurns } from './take-turns.server.ts';
import type { GenerationForm } from './generation-form.ts';

/** More than any exercise asks for at once, and few enough that nobody fills the queue. */
const MAX_WAITING_PER_USER = 40;

/** WebUI and torch draw seeds from 32 bits, so that a seed can be typed in either. */
const DRAWN_SEED_LIMIT = 2 ** 32;

interface RequestOptions {
  user: { id: string };
  classId: string;
  form: GenerationForm;
  /** One picture a seed; left out, the form's seed, or one that is drawn here. */
  seeds?: bigint[];
  /** Ids that were chosen beforehand, one a seed: asking again with them asks for nothing new. */
  ids?: string[];
  lesson?: { slug: string; stepId: string };
  /** A stored sketch to begin from, for models that no sketch can steer. */
  sketchSha256?: string;
  /** The place in a grid that the picture will take. */
  grid?: { id: string; column: number; row: number };
  /** The training that these are samples of, and after how many of its steps: in no gallery. */
  sample?: { conceptId: string; step: number };
}

/**
 * Accepts a request for pictures: one row a seed, each with its turn, then one job a row. From the commit
 * on every row ends in a picture or in a refusal, whatever dies meanwhile.
 *
 * Throws a UserError where the student already has too many waiting, the parent is not theirs to use, or the class
 * does not use what they ask for.
 */
export async function requestGenerations(options: RequestOptions): Promise<{ ids: string[] }> {
  const { user, classId, form, lesson, grid, sample, sketchSha256 } = options;
  const seeds = options.seeds ?? [form.seed ?? BigInt(randomInt(DRAWN_SEED_LIMIT))];
  const concepts = await findNamedConcepts({ user, classId, form });
  const { parts } = parsePrompt(writeForEngine(form.prompt, concepts), form.dialect);
  const inputs = await readInputs({ user, form, sketchSha256 });
  const settings = {
    ...inputs,
    prompt: form.prompt,
    dialect: form.dialect,
    negativePrompt: form.negativePrompt,
    noiseSource: 'torch-cpu',
    steps: form.steps,
    guidance: form.guidance,
    sampler: form.sampler,
    schedule: form.schedule,
    ...form.size,
    modelId: form.modelId,
    concepts,
  };
  const changedFields = await findChangedFields({ user, classId, settings, seeds });
  const rows = await db.$transaction(async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { classId, userId: user.id, removedAt: null, class: { archivedAt: null } },
      select: { classId: true },
    });
    if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
    const { turns, waiting } = await takeTurns(tx, { userId: user.id, count: seeds.length });
    // Lessons get what they need, and samples belong to their training.
    if (!lesson && !sample)
      await checkLimits(tx, {
        userId: user.id,
        classId,
        asked: {
          count: seeds.length,
          modelId: form.modelId,
          size: form.size,
          scale: form.hiresScale,
          isControlled: form.control !== undefined,
          isLive: form.live === 'on',
        },
      });
    if (waiting + seeds.length > MAX_WAITING_PER_USER)
      throw new UserError(
        `You have ${waiting} pictures waiting. Wait for some of them before you ask for more.`,
        { status: 429 },
      );
    return tx.generation.createManyAndReturn({
      data: seeds.map((seed, index) => ({
        id: options.ids?.[index] ?? randomUUID(),
        classId,
        userId: user.id,
        lessonSlug: lesson?.slug,
        stepId: lesson?.stepId,
        gridId: grid?.id,
        gridColumn: grid?.column,
        gridRow: grid?.row,
        ...settings,
        changedFields,
        parsedPrompt: parts as object[],
        seed,
        isLive: form.live === 'on' || sample !== undefined,
        conceptId: sample?.conceptId,
        conceptStep: sample?.step,
        turn: turns[index] as number,
      })),
      skipDuplicates: true,
      select: { id: true, turn: true },
    });
  });
  const isRefused = await refuseWords({ classId, lessonSlug: lesson?.slug ?? null, form, rows });
  if (!isRefused) for (const row of rows) await enqueueGeneration(row);
  for (const { id } of rows)
    await publishLive({ kind: 'generation', classId, userId: user.id, generationId: id });
  return { ids: options.ids ?? rows.map(({ id }) => id) };
}
