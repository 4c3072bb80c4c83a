import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { enlargePicture } from '#app/features/pictures/enlarge-picture.server.ts';
import { storeDrawing } from '#app/features/generations/store-drawing.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { GenerateActivity } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import type { LogEntry } from './find-lesson-log.server.ts';
import { findSteerable } from './find-steerable.server.ts';
import type { FormOf } from './lesson-form.ts';
import { checkPhrases, planDraw } from './plan-draw.ts';
import { planReplay } from './plan-replay.ts';
import { readRows } from './read-rows.ts';
import { requestStepTable } from './request-step-table.server.ts';

interface AskForPicturesOptions {
  user: { id: string };
  classId: string;
  lesson: { slug: string; stepId: string };
  activity: GenerateActivity;
  form: FormOf<'draw'>;
  log: LogEntry[];
  /** Called once everything is right and before anything is drawn. Throws where the form was sent before. */
  takeAttempt: () => Promise<void>;
}

/**
 * Asks for what one press of Generate draws in a step: one picture or a few seeds, a table of settings, the rows
 * of the student's own table, the same on each model, or one picture again in large.
 *
 * Throws an EvidenceError that names the field, and the UserErrors of `requestGenerations`.
 */
export async function askForPictures(options: AskForPicturesOptions): Promise<void> {
  const { user, classId, lesson, activity, form, log, takeAttempt } = options;
  if (activity.replay) {
    const rows = planReplay(activity.replay, log);
    await takeAttempt();
    return requestStepTable({ user, classId, lesson, rows });
  }
  const { fields, seeds, start } = planDraw(activity, form, log);
  if (activity.enlarge) {
    await takeAttempt();
    const scale = activity.enlarge === 4 ? 4 : 2;
    await enlargePicture({ user, pictureId: fields.startPictureId ?? '', scale, lesson });
    return;
  }
  if (activity.rows) {
    const prompts = readRows({
      template: fields.prompt ?? '',
      table: form.table ?? '',
      rows: activity.rows,
    });
    const rows = prompts.map((prompt) => {
      const row = readForm({ ...fields, prompt });
      return { form: row, seed: seeds?.[0] ?? row.seed };
    });
    await takeAttempt();
    return requestStepTable({ user, classId, lesson, rows });
  }
  const sketchSha256 = activity.vary.includes('control')
    ? await takeSketch({ user, fields, log })
    : undefined;
  const checked = readForm(fields);
  checkPhrases(activity, checked, start);
  const cells = await cellsOf(activity, checked);
  await takeAttempt();
  for (const cell of cells)
    await requestGenerations({
      user,
      classId,
      lesson,
      form: cell,
      ...(seeds && { seeds }),
      ...(sketchSha256 && { sketchSha256 }),
    });
}

function readForm(fields: Record<string, string>): GenerationForm {
  const checked = generationFormSchema.safeParse(fields);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new EvidenceError('incomplete', issue?.message ?? 'Check the form.', issue?.path.join('.'));
}

interface TakeSketchOptions {
  user: { id: string };
  fields: Record<string, string>;
  log: LogEntry[];
}

/**
 * Has the sketch steer a model that can be steered. Where there is none the run begins from the sketch instead:
 * then its file is returned, and the control is taken out of the fields.
 */
async function takeSketch({ user, fields, log }: TakeSketchOptions): Promise<string | undefined> {
  const model = await findSteerable();
  if (model) {
    const size = `${model.sidePx}x${model.sidePx}`;
    Object.assign(fields, { modelId: model.id, size });
    return undefined;
  }
  const { size, control: drawing } = readForm(fields);
  fields.control = '';
  const [, drawnWith] = /^generation:(.+)$/.exec(drawing ?? '') ?? [];
  if (!drawnWith) return storeDrawing({ user, field: 'control', drawing: drawing ?? '', size });
  const sha256 = log.find(({ id }) => id === drawnWith)?.startSha256;
  if (!sha256) throw new EvidenceError('not-your-picture', 'Draw your sketch again.', 'control');
  return sha256;
}

/** One request, or one for each cell of the step's table, or one for each model. */
async function cellsOf(
  activity: GenerateActivity,
  form: GenerationForm,
): Promise<GenerationForm[]> {
  const { gridSteps, gridGuidance, models } = activity;
  if (models) {
    const all = await findModels();
    if (all.length < models)
      throw new UserError(
        `This step needs ${models} models, and there is only ${all.length} here.`,
      );
    return all.slice(0, models).map(({ id }) => ({ ...form, modelId: id }));
  }
  if (!gridSteps || !gridGuidance) return [form];
  return gridGuidance.flatMap((guidance) =>
    gridSteps.map((steps) => ({ ...form, guidance, steps })),
  );
}
