import { randomUUID } from 'node:crypto';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { addRows } from '#app/features/tables/add-rows.server.ts';
import { fillTemplate, findSlots } from '#app/features/tables/fill-template.ts';
import { runQuery } from '#app/features/tables/run-query.server.ts';
import { readRowForm } from '#app/features/tables/table-form.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const DAY_MS = 24 * 3600 * 1000;
const withTable = { table: true, class: { select: { programsOn: true } }, user: true } as const;
type RenderWithTable = Prisma.RenderGetPayload<{ include: typeof withTable }>;

interface RunRenderOptions {
  renderId: string;
  cause: 'clock' | 'call' | 'hand';
  /** What tells this run from every other: the same key runs once. */
  key: string;
  dueAt: Date;
  /** What a call puts into the slots. */
  values?: Record<string, string>;
}

/**
 * Runs a render once for a key and keeps what came of it: pictures that were asked for, or why there are none. A run
 * that broke off goes on with the same pictures. Returns the run; null where there is no such render any more.
 */
export async function runRender(options: RunRenderOptions) {
  const { renderId, cause, key, dueAt } = options;
  const render = await db.render.findUnique({ where: { id: renderId }, include: withTable });
  if (!render) return null;
  await db.renderRun.createMany({
    data: { renderId, key, cause, dueAt, outcome: 'begun', generationIds: [randomUUID()] },
    skipDuplicates: true,
  });
  const run = await db.renderRun.findUniqueOrThrow({ where: { renderId_key: { renderId, key } } });
  if (run.outcome !== 'begun') return run;
  const ended = await attempt(render, run.generationIds[0]!, options);
  return db.renderRun.update({ where: { id: run.id }, data: ended });
}

/** How a run ended. */
type RunEnd = { outcome: 'asked' | 'refused'; reason: string | null; generationIds: string[] };

async function attempt(
  render: RenderWithTable,
  generationId: string,
  { values = {} }: RunRenderOptions,
): Promise<RunEnd> {
  const refused = (reason: string): RunEnd => ({ outcome: 'refused', reason, generationIds: [] });
  if (render.pausedAt) return refused('It is paused.');
  if (render.user.role === 'student' && !render.class.programsOn)
    return refused('Programs are switched off for this class.');
  const since = new Date(Date.now() - DAY_MS);
  const today = await db.renderRun.count({
    where: { renderId: render.id, outcome: 'asked', createdAt: { gt: since } },
  });
  if (today >= render.maxPerDay) return refused(`It has run ${today} times within a day.`);
  try {
    if (render.table) return await drawNewRows(render);
    await drawPrompt(render, generationId, values);
    return { outcome: 'asked', reason: null, generationIds: [generationId] };
  } catch (error) {
    if (error instanceof UserError) return refused(error.message);
    throw error;
  }
}

async function drawNewRows({ user, classId, table }: RenderWithTable): Promise<RunEnd> {
  const { columns, rows } = await runQuery(user, table!.query ?? '');
  const records = rows.map(({ cells }) =>
    Object.fromEntries(columns.map((name, index) => [name, cells[index]])),
  );
  const added = await addRows({ user, classId, tableId: table!.id, rows: records, onlyNew: true });
  return { outcome: 'asked', reason: `${added ?? 0} new rows`, generationIds: [] };
}

async function drawPrompt(
  { user, classId, template }: RenderWithTable,
  generationId: string,
  values: Record<string, string>,
): Promise<void> {
  const empty = findSlots(template).find((slot) => !values[slot]);
  if (empty) throw new UserError(`“${empty}” is missing.`, { field: `values.${empty}` });
  const model = (await findModels())[0];
  const form = readRowForm({
    prompt: fillTemplate(template, values),
    ...(model && {
      modelId: model.id,
      size: `${model.sidePx}x${model.sidePx}`,
      steps: String(model.defaults.steps),
      guidance: String(model.defaults.guidance),
      sampler: model.defaults.sampler,
    }),
  });
  if (!form.success) throw new UserError(form.error.issues[0]!.message, { field: 'values' });
  await requestGenerations({ user, classId, form: form.data, ids: [generationId] });
}
