import { randomUUID } from 'node:crypto';
import { pool } from '#app/platform/db.server.ts';
import { createClass } from '../database/people.ts';

/**
 * A class with `count` made-up pictures on its shelf, spread over 30 students, 12 lessons and three models, with
 * prompts of everyday words; every third hangs for the school too. Rows alone: no file is written.
 */
export async function createMadeUpClass(count: number) {
  const room = await createClass({ students: 30 });
  const students = room.students.map(({ id }) => id);
  const batch = randomUUID();
  await pool.query(
    `INSERT INTO "Generation" (id, "classId", "userId", "lessonSlug", "changedFields", mode, prompt, dialect,
       "parsedPrompt", seed, "noiseSource", steps, guidance, sampler, schedule, "widthPx", "heightPx", "modelId",
       state, shelf, "createdAt")
     SELECT md5($3 || n)::uuid::text, $1, ($2::text[])[1 + n % 30], CASE WHEN n % 3 = 0 THEN 'lesson-' || n % 12 END, '{}',
       'text-to-image',
       (ARRAY['a cat','a red fox','an owl','a lighthouse','two boats','a castle','a robot','a garden'])[1 + n % 8] || ' ' ||
       (ARRAY['on a beach','in the snow','at night','under a tree','in a city'])[1 + n % 5] || ', ' ||
       (ARRAY['watercolor','cinematic','pencil drawing','bright colours'])[1 + n % 4] ||
       CASE WHEN n % 997 = 0 THEN ', a zeppelin' ELSE '' END,
       'classroom', '[]', n, 'torch-cpu', 20, 4, 'ddim', 'default', 128, 128,
       (ARRAY['starter','turbo','inkwell'])[1 + n % 3], 'finished',
       CASE WHEN n % 3 = 0 THEN 'school' ELSE 'class' END::"GalleryShelf",
       now() - n * interval '90 seconds'
     FROM generate_series(1, $4::int) n`,
    [room.id, students, batch, count],
  );
  await pool.query(
    `INSERT INTO "Picture" (id, "generationId", sha256, "thumbSha256", bytes, "widthPx", "heightPx", alt, state)
     SELECT md5('p' || id)::uuid::text, id, repeat('a', 64), repeat('a', 64), 1, 128, 128, prompt, 'approved'
     FROM "Generation" WHERE "classId" = $1`,
    [room.id],
  );
  await pool.query('ANALYZE');
  return { classId: room.id, viewerId: students[0]!, student: students[1]! };
}
