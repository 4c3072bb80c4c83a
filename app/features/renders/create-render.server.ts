import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { findTokenPlace } from '#app/features/api-tokens/find-token-place.server.ts';
import { findSlots } from '#app/features/tables/fill-template.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { findNextTimes } from './next-times.server.ts';
import { readCron } from './render-form.ts';
import type { RenderForm } from './render-form.ts';
import { scheduleRender } from './schedule-render.server.ts';

const MAX_RENDERS = 10;

/**
 * Makes pictures come by themselves, by a clock or a call. Throws a UserError that names the field: a rhythm that
 * never comes, slots that no clock fills, a table that is not theirs or comes from no query; and where programs
 * are off in the class or there are ten already.
 */
export async function createRender({ user, form }: { user: { id: string }; form: RenderForm }) {
  const place = await findTokenPlace({ userId: user.id });
  const cron = readCron(form);
  if (!place.programsOn)
    throw new UserError('Your teacher has not switched programs on for this class.', {
      status: 403,
    });
  if (cron && findSlots(form.template).length > 0)
    throw new UserError('A clock fills no slots. Leave out the curly brackets.', {
      field: 'template',
    });
  if (cron) checkCron(cron, form.timeZone);
  const render = await db.$transaction(async (tx) => {
    if ((await tx.render.count({ where: { userId: user.id } })) >= MAX_RENDERS)
      throw new UserError(`You have ${MAX_RENDERS} of these. Remove one first.`);
    if (form.tableId) {
      const table = await tx.pictureTable.findFirst({
        where: { id: form.tableId, userId: user.id, classId: place.classId, query: { not: null } },
      });
      if (!table)
        throw new UserError('Choose a table of yours that a query fills.', { field: 'tableId' });
    }
    const made = await tx.render.create({
      data: {
        userId: user.id,
        classId: place.classId,
        name: form.name,
        template: form.template,
        settings: {},
        tableId: form.tableId ?? null,
        cron,
        timeZone: form.timeZone,
        maxPerDay: form.maxPerDay,
      },
    });
    await writeAuditEntry(tx, {
      actorId: user.id,
      classId: place.classId,
      action: 'render.created',
      subject: made.id,
    });
    return made;
  });
  await scheduleRender(render);
  return render;
}

function checkCron(cron: string, timeZone: string): void {
  try {
    findNextTimes({ cron, timeZone }, 1);
  } catch {
    throw new UserError('This rhythm never comes. Such as 30 8 * * 1-5: at 8:30 on weekdays.', {
      field: 'cron',
    });
  }
}
