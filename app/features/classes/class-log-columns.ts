import type { Prisma } from '#prisma/generated/client.ts';

/** What a row of the log is read from. */
export const classLogInclude = {
  pictures: { orderBy: { index: 'asc' }, select: { sha256: true, state: true } },
  verdicts: {
    orderBy: { createdAt: 'asc' },
    select: { gate: true, decision: true, reason: true, scores: true },
  },
} satisfies Prisma.GenerationInclude;

export type LoggedGeneration = Prisma.GenerationGetPayload<{ include: typeof classLogInclude }>;

type Cell = string | number | bigint | Date | null;

/**
 * The columns of a class's log, in order: everything that decided a picture, and what was decided about it.
 * `pseudonym` turns a student's id into a name for this one export. Only approved pictures are named, since
 * a held one's content is nobody's but the teacher's.
 */
export function classLogColumns(
  pseudonym: (userId: string) => string,
): Record<string, (row: LoggedGeneration) => Cell> {
  return {
    generation_id: (row) => row.id,
    student: (row) => pseudonym(row.userId),
    lesson: (row) => row.lessonSlug,
    lesson_step: (row) => row.stepId,
    parent_id: (row) => row.parentId,
    changed_fields: (row) => row.changedFields.join(' '),
    mode: (row) => row.mode,
    prompt: (row) => row.prompt,
    dialect: (row) => row.dialect,
    parsed_prompt: (row) => JSON.stringify(row.parsedPrompt),
    negative_prompt: (row) => row.negativePrompt,
    seed: (row) => row.seed,
    noise_source: (row) => row.noiseSource,
    steps: (row) => row.steps,
    guidance: (row) => row.guidance,
    sampler: (row) => row.sampler,
    schedule: (row) => row.schedule,
    width_px: (row) => row.widthPx,
    height_px: (row) => row.heightPx,
    strength: (row) => row.strength,
    model_id: (row) => row.modelId,
    model_hash: (row) => row.modelHash,
    state: (row) => row.state,
    picture_state: (row) => row.pictures.map(({ state }) => state).join(' '),
    picture_sha256: (row) =>
      row.pictures.flatMap(({ sha256, state }) => (state === 'approved' ? sha256 : [])).join(' '),
    verdicts: (row) => JSON.stringify(row.verdicts),
    attempts: (row) => row.attempt,
    failure: (row) => row.failure,
    created_at: (row) => row.createdAt,
    started_at: (row) => row.startedAt,
    finished_at: (row) => row.finishedAt,
    pipeline_ms: (row) => row.pipelineMs,
  };
}
