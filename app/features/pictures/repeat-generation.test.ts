import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { repeatGeneration } from './repeat-generation.server.ts';

it('asks again with the same seed and settings, for the one who asked first', async () => {
  const { school, student, classmate } = await createClassroom();
  const failed = await createGeneration({
    classId: school.id,
    userId: student.id,
    state: 'failed',
  });
  expect(await repeatGeneration({ user: classmate, generationId: failed.id })).toBeNull();
  const again = await repeatGeneration({ user: student, generationId: failed.id });
  const row = await db.generation.findUniqueOrThrow({ where: { id: again?.id ?? '' } });
  const { prompt, seed, steps, guidance, sampler, widthPx, modelId } = failed;
  expect(row).toMatchObject({ prompt, seed, steps, guidance, sampler, widthPx, modelId });
  expect(row.state).toBe('waiting');
});

it.each(['waiting', 'finished', 'blocked', 'held'] as const)(
  'leaves a generation alone that is %s',
  async (state) => {
    const { school, student } = await createClassroom();
    const { id } = await createGeneration({ classId: school.id, userId: student.id, state });
    expect(await repeatGeneration({ user: student, generationId: id })).toBeNull();
    expect(await db.generation.count({ where: { userId: student.id } })).toBe(1);
  },
);
