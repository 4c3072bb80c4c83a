import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { findQuickModels } from './find-quick-models.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  await db.generation.deleteMany();
  room = await createClassroom();
});

async function draw(modelId: string, ...pipelineMs: number[]) {
  for (const ms of pipelineMs) {
    const { id } = await createGeneration({
      classId: room.school.id,
      userId: room.student.id,
      modelId,
    });
    await db.generation.update({
      where: { id },
      data: { pipelineMs: ms, finishedAt: new Date() },
    });
  }
}

it('trusts the models in the box before their first picture, and no other one', async () => {
  expect((await findQuickModels()).sort()).toEqual(['inkwell', 'starter', 'starter-turbo']);
});

it('goes by the newest pictures where there are some', async () => {
  await draw('starter', 9_000, 8_000, 700);
  await draw('sd-1.5', 900, 60_000, 800);
  expect((await findQuickModels()).sort()).toEqual(['inkwell', 'sd-1.5', 'starter-turbo']);
});
