import '#tests/database/own-database.ts';
import { rm } from 'node:fs/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { loadLessons } from '#lessons/load.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { requestStepPictures } from './request-step-pictures.server.ts';
import { submitStep } from './submit-step.server.ts';

/** A computer whose only model nothing can steer; before the settings are read, once for all. */
const models = await vi.hoisted(async () => {
  const { mkdtemp, symlink } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const path = await import('node:path');
  const folder = await mkdtemp(path.join(tmpdir(), 'easel-models-'));
  await symlink(path.resolve('models/inkwell'), path.join(folder, 'starter'));
  return (process.env.EASEL_MODELS_DIR = folder);
});
afterAll(() => rm(models, { recursive: true }));

it('begins from the sketch where no model can be steered by it, and from the same one again', async () => {
  const { student: user, school } = await createClassroom();
  const lesson = (await loadLessons()).find(({ slug }) => slug === 'control')!;
  const place = { user, classId: school.id, slug: lesson.slug };
  const at = lesson.steps.findIndex(({ activity }) => activity?.kind === 'generate');
  for (const { id, activity } of lesson.steps.slice(0, at))
    await submitStep({
      ...place,
      form: activity
        ? { intent: 'predict', step: id, choice: 0, reason: 'it is so' }
        : { intent: 'read', step: id },
    });
  const step = lesson.steps[at]!.id;
  const draw = async (prompt: string, control: string) => {
    const { attempts } = await db.lessonProgress.findFirstOrThrow({ where: { userId: user.id } });
    const form = { intent: 'draw' as const, step, attempt: attempts, prompt, control };
    await requestStepPictures({ ...place, form });
    const row = await db.generation.findFirstOrThrow({ where: { userId: user.id, prompt } });
    return db.generation.update({ where: { id: row.id }, data: { state: 'finished' } });
  };
  const white = await encodePng({
    widthPx: 128,
    heightPx: 128,
    data: new Uint8Array(128 * 128 * 3).fill(255),
  });
  const first = await draw('a castle', `data:image/png;base64,${white.toString('base64')}`);
  expect(first).toMatchObject({ mode: 'image-to-image', controls: [], strength: 0.7 });
  const second = await draw('a tree', `generation:${first.id}`);
  expect(second.startSha256).toBe(first.startSha256);
  expect(first.startSha256).toMatch(/^[0-9a-f]{64}$/);
});
