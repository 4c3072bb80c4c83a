import { statfs } from 'node:fs/promises';
import { checkHealth } from '#app/features/site/check-health.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { db } from '#app/platform/db.server.ts';
import { dataPath } from '#app/platform/env.server.ts';
import { listInvitations } from './list-invitations.server.ts';

export type School = Awaited<ReturnType<typeof findSchool>>;

/** What an admin sees of the school's Easel at a glance. */
export async function findSchool() {
  const [health, queue, storage, models, invitations, teachers] = await Promise.all([
    checkHealth(),
    countWork(),
    measureStorage(),
    findModels(),
    listInvitations(),
    db.user.count({ where: { role: { not: 'student' } } }),
  ]);
  return {
    health,
    queue,
    storage,
    models: models.map(({ id, name, licence, sidePx, defaults }) => ({
      id,
      name,
      licence,
      sidePx,
      steps: defaults.steps,
    })),
    invitations,
    teachers,
  };
}

/** How much is asked for and not drawn yet, and what failed or was held within a day. */
async function countWork() {
  const [row] = await db.$queryRaw<
    {
      waiting: number;
      running: number;
      failed: number;
      held: number;
      trainings: number;
      waitedS: number;
    }[]
  >`SELECT
      count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'running')::int AS running,
      count(*) FILTER (WHERE state = 'failed' AND "createdAt" > now() - interval '1 day')::int AS failed,
      count(*) FILTER (WHERE state = 'held' AND "createdAt" > now() - interval '1 day')::int AS held,
      (SELECT count(*) FROM "Concept" WHERE state IN ('waiting', 'training'))::int AS trainings,
      coalesce(extract(epoch FROM now() - min("createdAt") FILTER (WHERE state = 'waiting')), 0)::int AS "waitedS"
    FROM "Generation"
    WHERE state IN ('waiting', 'running') OR (state IN ('failed', 'held') AND "createdAt" > now() - interval '1 day')`;
  return row!;
}

/** What Easel's data takes, and what its disk has left, in bytes. */
async function measureStorage() {
  const [[row], disk] = await Promise.all([
    db.$queryRaw<{ pictures: number; pictureBytes: number; databaseBytes: number }[]>`
      SELECT count(*)::int AS pictures, coalesce(sum(bytes), 0)::float8 AS "pictureBytes",
        pg_database_size(current_database())::float8 AS "databaseBytes"
      FROM (SELECT DISTINCT ON (sha256) bytes FROM "Picture") AS files`,
    statfs(dataPath()).catch(() => null),
  ]);
  return { ...row!, freeBytes: disk && disk.bavail * disk.bsize };
}
