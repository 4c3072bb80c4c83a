import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { readControls } from '#app/features/generations/control-record.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { columnsOf } from './log-table.ts';

export const generationInclude = {
  startPicture: { select: { generationId: true, state: true } },
  pictures: { orderBy: { index: 'asc' }, select: { sha256: true, state: true } },
  verdicts: {
    orderBy: { createdAt: 'asc' },
    select: { gate: true, decision: true, reason: true, scores: true },
  },
} satisfies Prisma.GenerationInclude;

export type LoggedGeneration = Prisma.GenerationGetPayload<{ include: typeof generationInclude }>;

const column = columnsOf<LoggedGeneration>();

/**
 * Everything that decided a picture, and what was decided about it. Only approved pictures are named, since a
 * held one's content is nobody's but the teacher's.
 */
export const generationColumns = {
  generation_id: column('text', 'This request, in this export.', ({ id }, alias) => alias(id)),
  participant: column('text', 'Who asked, in this export.', ({ userId }, alias) => alias(userId)),
  lesson: column('text', 'The lesson that it was made in.', (row) => row.lessonSlug),
  lesson_step: column('text', 'The step of the lesson.', (row) => row.stepId),
  grid_id: column('text', 'The table of pictures that it belongs to.', ({ gridId }, alias) =>
    gridId === null ? null : alias(gridId),
  ),
  grid_column: column('integer', 'Its column in the table, from 0.', (row) => row.gridColumn),
  grid_row: column('integer', 'Its row in the table, from 0.', (row) => row.gridRow),
  parent_id: column(
    'text',
    'The `generation_id` that it was changed from.',
    ({ parentId }, alias) => (parentId === null ? null : alias(parentId)),
  ),
  changed_fields: column(
    'json',
    'The settings that differ from the parent.',
    (row) => row.changedFields,
  ),
  mode: column(
    'text',
    'How it was made: text-to-image, image-to-image, inpaint, upscale or upload.',
    (row) => row.mode,
  ),
  is_live: column('flag', 'Drawn while somebody typed.', (row) => row.isLive),
  prompt: column('text', 'The prompt as typed.', (row) => row.prompt),
  dialect: column('text', 'How the prompt was read.', (row) => row.dialect),
  parsed_prompt: column(
    'json',
    'The prompt as read: parts of text with their weights.',
    (row) => row.parsedPrompt as object,
  ),
  negative_prompt: column('text', 'What was asked to be left out.', (row) => row.negativePrompt),
  seed: column('int64', 'Where the noise began.', (row) => row.seed),
  variation_seed: column('int64', 'A second seed that was blended in.', (row) => row.variationSeed),
  variation_strength: column('number', 'How much of it, 0 to 1.', (row) => row.variationStrength),
  noise_source: column('text', 'Which generator made the noise.', (row) => row.noiseSource),
  steps: column('integer', 'Denoising steps.', (row) => row.steps),
  guidance: column('number', 'Classifier-free guidance.', (row) => row.guidance),
  guidance_rescale: column(
    'number',
    'How far guidance was rescaled.',
    (row) => row.guidanceRescale,
  ),
  sampler: column('text', 'The sampler.', (row) => row.sampler),
  schedule: column('text', 'The noise schedule.', (row) => row.schedule),
  width_px: column('integer', 'Width as asked, in pixels.', (row) => row.widthPx),
  height_px: column('integer', 'Height as asked, in pixels.', (row) => row.heightPx),
  model_id: column('text', 'The model’s folder.', (row) => row.modelId),
  model_hash: column('text', 'SHA-256 of the model.', (row) => row.modelHash),
  start_generation_id: column(
    'text',
    'The `generation_id` whose picture it began with.',
    ({ startPicture }, alias) => (startPicture ? alias(startPicture.generationId) : null),
  ),
  start_sha256: column(
    'text',
    'SHA-256 of the picture that it began with, where that one is approved.',
    ({ startPicture, startSha256 }) => (startPicture?.state === 'approved' ? startSha256 : null),
  ),
  strength: column('number', 'How far it went from its start, 0 to 1.', (row) => row.strength),
  mask_sha256: column(
    'text',
    'SHA-256 of the mask, white where it was repainted.',
    (row) => row.maskSha256,
  ),
  mask_blur_px: column('number', 'Feathering of the mask, in pixels.', (row) => row.maskBlurPx),
  mask_content: column('text', 'What stood under the mask at the start.', (row) => row.maskContent),
  mask_area: column(
    'text',
    'Whether all of it or the masked part was drawn.',
    (row) => row.maskArea,
  ),
  mask_padding_px: column(
    'integer',
    'Room around the masked part, in pixels.',
    (row) => row.maskPaddingPx,
  ),
  controls: column(
    'json',
    'Control pictures: type, SHA-256, weight, and the part of the run that they steered.',
    (row) => readControls(row.controls),
  ),
  concepts: column(
    'json',
    'Words and styles of students that the prompts name: kind, SHA-256 of its file, and strength.',
    (row, alias) =>
      readConcepts(row.concepts).map(({ conceptId, kind, sha256, strength }) => ({
        concept: alias(conceptId),
        kind,
        sha256,
        strength,
      })),
  ),
  sample_of: column('text', 'The training that it is a sample of.', ({ conceptId }, alias) =>
    conceptId === null ? null : alias(conceptId),
  ),
  sample_step: column(
    'integer',
    'After how many steps of that training.',
    (row) => row.conceptStep,
  ),
  shelf: column('text', 'Who finds it in a gallery: own, class or school.', (row) => row.shelf),
  hires_scale: column(
    'number',
    'How many times larger the second pass was.',
    (row) => row.hiresScale,
  ),
  hires_strength: column(
    'number',
    'Strength of the second pass, 0 to 1.',
    (row) => row.hiresStrength,
  ),
  upscale: column('integer', 'How many times its start was enlarged.', (row) => row.upscale),
  state: column(
    'text',
    'waiting, running, finished, held, blocked, failed or cancelled.',
    (row) => row.state,
  ),
  picture_states: column('json', 'held, approved or removed, for each picture.', (row) =>
    row.pictures.map(({ state }) => state),
  ),
  picture_sha256: column('json', 'SHA-256 of each approved picture.', (row) =>
    row.pictures.flatMap(({ sha256, state }) => (state === 'approved' ? sha256 : [])),
  ),
  verdicts: column(
    'json',
    'What each gate decided, why, and on which scores, in order.',
    (row) => row.verdicts,
  ),
  attempts: column('integer', 'How often a worker began it.', (row) => row.attempt),
  failure: column('text', 'Why it failed.', (row) => row.failure),
  created_at: column('time', 'When it was asked for.', (row) => row.createdAt),
  started_at: column('time', 'When the last attempt began.', (row) => row.startedAt),
  finished_at: column('time', 'When it ended.', (row) => row.finishedAt),
  pipeline_ms: column(
    'integer',
    'How long the engine took, in milliseconds.',
    (row) => row.pipelineMs,
  ),
};
