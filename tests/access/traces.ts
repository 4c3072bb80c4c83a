import { db, pool } from '#app/platform/db.server.ts';
import { listStoredFiles } from '#app/platform/storage.server.ts';

/** Every table and column where one of the texts stands, the queue's tables too. */
export async function whereStands(texts: string[]): Promise<string[]> {
  const { rows: columns } = await pool.query<{ schema: string; table: string; column: string }>(
    `SELECT table_schema AS schema, table_name AS "table", column_name AS "column"
     FROM information_schema.columns WHERE table_schema IN ('public', 'queue')
     ORDER BY table_schema, table_name, ordinal_position`,
  );
  if (columns.length < 150)
    throw new Error('The queue has no tables yet: too little is looked at.');
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const cell = `CASE WHEN pg_typeof(t."${column}")::text = 'bytea'
      THEN encode(t."${column}"::text::bytea, 'escape') ELSE t."${column}"::text END`;
    const { rows } = await pool.query(
      `SELECT 1 FROM "${schema}"."${table}" t WHERE EXISTS (
         SELECT 1 FROM unnest($1::text[]) AS mark WHERE position(mark IN (${cell})) > 0) LIMIT 1`,
      [texts],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** The names of all stored files. */
export async function storedFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of listStoredFiles()) names.push(sha256);
  return names;
}

/** All that names the maker of the world: ids, names, and every text and file that they made. */
export async function tracesOf(userId: string) {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const generations = await db.generation.findMany({
    where: { userId },
    include: { pictures: true },
  });
  const submissions = await db.submission.findMany({ where: { userId } });
  const sha256s = generations.flatMap(({ maskSha256, controls, pictures }) => [
    maskSha256!,
    (controls as { sha256: string }[])[0]!.sha256,
    ...pictures.flatMap((each) => [each.sha256, each.thumbSha256]),
  ]);
  for (const { fileSha256, checkpointSha256 } of await db.concept.findMany({ where: { userId } }))
    sha256s.push(...[fileSha256, checkpointSha256].flatMap((each) => each ?? []));
  const texts = generations.flatMap(({ id, prompt, negativePrompt, pictures }) => [
    id,
    prompt,
    negativePrompt,
    ...pictures.map((picture) => picture.id),
  ]);
  return {
    sha256s,
    texts: [
      ...[user.username, user.displayName, ...texts, ...sha256s],
      ...submissions.flatMap(({ id, text }) => (text ? [id, text] : [id])),
    ],
  };
}
