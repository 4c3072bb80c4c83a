import { randomUUID } from 'node:crypto';
import { openTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { programQueue } from '#app/platform/queue.server.ts';
import { runRender } from './run-render.server.ts';
import { scheduleRender } from './schedule-render.server.ts';

interface ChangeRenderOptions {
  user: { id: string };
  renderId: string;
}

/**
 * Pauses a render of one's own, or lets it go on from now: what it would have drawn meanwhile is not made up for.
 * Throws a 404 response for one that is not theirs, or that would go on in a class that is closed to them.
 */
async function setPaused(
  { user, renderId }: ChangeRenderOptions,
  isPaused: boolean,
): Promise<void> {
  const [render] = await db.render.updateManyAndReturn({
    where: { id: renderId, userId: user.id, ...(!isPaused && { class: openTo(user.id) }) },
    data: { pausedAt: isPaused ? new Date() : null },
  });
  if (!render) throw new Response(null, { status: 404 });
  await scheduleRender(render);
}

export const pauseRender = (options: ChangeRenderOptions) => setPaused(options, true);
export const resumeRender = (options: ChangeRenderOptions) => setPaused(options, false);

/** Removes a render of one's own with its history; its pictures stay. Throws a 404 response for any other. */
export async function removeRender({ user, renderId }: ChangeRenderOptions): Promise<void> {
  const { count } = await db.render.deleteMany({ where: { id: renderId, userId: user.id } });
  if (count === 0) throw new Response(null, { status: 404 });
  await programQueue().removeJobScheduler(renderId);
}

interface CallRenderOptions extends ChangeRenderOptions {
  /** Leaves out renders of other classes. */
  classId?: string;
  cause?: 'call' | 'hand';
  values?: Record<string, string>;
  /** A call that is sent again with the same key runs once. */
  key?: string | undefined;
}

/** Runs a render of one's own now. Throws a 404 response where there is none such in a class that is open to them. */
export async function callRender(options: CallRenderOptions) {
  const { user, renderId, classId, cause = 'hand', values, key = randomUUID() } = options;
  const own = await db.render.findFirst({
    where: { id: renderId, userId: user.id, classId, class: openTo(user.id) },
  });
  if (!own) throw new Response(null, { status: 404 });
  return runRender({ renderId, cause, key: `${cause}:${key}`, dueAt: new Date(), values });
}
