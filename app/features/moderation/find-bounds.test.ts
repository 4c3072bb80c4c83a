import '#tests/database/own-database.ts';
import { beforeAll, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { DEFAULT_BOUNDS } from '#worker/moderation/pictures/verdict.ts';
import { findBounds } from './find-bounds.server.ts';
import { boundsFor } from './picture-bounds.ts';
import type { Generation } from '#prisma/generated/client.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
beforeAll(async () => {
  room = await createClassroom();
});

async function make(mode: string, parentId?: string): Promise<Generation> {
  const asked = { classId: room.school.id, userId: room.student.id, parentId };
  const modelId = mode === 'upscale' ? 'starter-x4' : 'starter';
  const { id } = await createGeneration({ ...asked, modelId });
  return db.generation.update({ where: { id }, data: { mode } });
}

it('judges an enlargement as the picture that it comes from', async () => {
  const drawn = await make('text-to-image');
  const raised = boundsFor(drawn, DEFAULT_BOUNDS);
  expect(raised).not.toEqual(DEFAULT_BOUNDS);
  expect(await findBounds(await make('upscale', drawn.id), DEFAULT_BOUNDS)).toEqual(raised);
});

it('judges the enlargement of an upload, or of a picture that is gone, by the class', async () => {
  const upload = await make('upload');
  for (const enlarged of [await make('upscale', upload.id), await make('upscale')])
    expect(await findBounds(enlarged, DEFAULT_BOUNDS)).toEqual(DEFAULT_BOUNDS);
});
