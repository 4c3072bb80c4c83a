import '#tests/database/own-database.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { changeConcept } from './change-concept.server.ts';
import { createConcept } from './create-concept.server.ts';
import { findConcept } from './find-concept.server.ts';
import { findNamedConcepts } from './find-named-concepts.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

const word = { kind: 'word', name: 'zorp', startWord: 'ghost', modelId: 'starter' } as const;
const create = (form: Parameters<typeof createConcept>[0]['form'] = word) =>
  createConcept({ user: room.student, classId: room.school.id, form });

async function addPictures(conceptId: string, count: number) {
  for (let i = 0; i < count; i++) {
    const { id } = await createGeneration({
      classId: room.school.id,
      userId: room.student.id,
      picture: { state: 'approved' },
    });
    const picture = await db.picture.findFirstOrThrow({ where: { generationId: id } });
    const form = { intent: 'add-picture', pictureId: picture.id } as const;
    await changeConcept({ user: room.student, conceptId, form });
  }
}

const name = (user: { id: string }, prompt: string, modelId = 'starter') =>
  findNamedConcepts({
    user,
    classId: room.school.id,
    form: { prompt, negativePrompt: '', modelId },
  });

it.each([
  [{ ...word, name: 'cat' }, 'knows this word'],
  [{ ...word, startWord: '' }, 'which word comes close'],
  [{ ...word, modelId: 'none' }, 'can’t be taught'],
])('refuses %j', async (form, sentence) => {
  await expect(create(form)).rejects.toThrow(sentence);
});

it('takes a name once in a class', async () => {
  await create();
  await expect(create()).rejects.toThrow('has this name already');
});

it('trains from five pictures on, and only for its maker', async () => {
  const { id } = await create();
  const train = { intent: 'train', noFaces: 'on' } as const;
  await addPictures(id, 4);
  await expect(changeConcept({ user: room.student, conceptId: id, form: train })).rejects.toThrow(
    'Add 5 to 15 pictures',
  );
  await addPictures(id, 1);
  const other = changeConcept({ user: room.classmate, conceptId: id, form: train });
  await expect(other).rejects.toMatchObject({ status: 404 });
  await changeConcept({ user: room.student, conceptId: id, form: train });
  expect(await db.concept.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'waiting',
    steps: 400,
    stopsEarly: true,
  });
  await changeConcept({ user: room.student, conceptId: id, form: { intent: 'stop' } });
  const seen = await findConcept({ viewerId: room.student.id, conceptId: id });
  expect(seen?.state).toBe('stopped');
});

it('takes no picture that is not one’s own', async () => {
  const { id } = await create();
  const others = await createGeneration({
    classId: room.school.id,
    userId: room.classmate.id,
    picture: { state: 'approved' },
  });
  const picture = await db.picture.findFirstOrThrow({ where: { generationId: others.id } });
  const form = { intent: 'add-picture', pictureId: picture.id } as const;
  const adding = changeConcept({ user: room.student, conceptId: id, form });
  await expect(adding).rejects.toMatchObject({ status: 404 });
});

it('belongs to its maker until the teacher shares it', async () => {
  const { id } = await create();
  await db.concept.update({ where: { id }, data: { fileSha256: 'b'.repeat(64), state: 'ready' } });
  const prompt = 'a <zorp:0.5>, in a meadow';
  expect(await name(room.student, prompt)).toEqual([
    { conceptId: id, name: 'zorp', kind: 'word', sha256: 'b'.repeat(64), strength: 0.5 },
  ]);
  expect(await name(room.classmate, prompt)).toEqual([]);
  expect(await findConcept({ viewerId: room.classmate.id, conceptId: id })).toBeNull();
  const share = { conceptId: id, form: { intent: 'share' } } as const;
  const tried = changeConcept({ user: room.student, ...share });
  await expect(tried).rejects.toMatchObject({ status: 404 });
  await changeConcept({ user: room.teacher, ...share });
  expect(await name(room.classmate, prompt)).toHaveLength(1);
  expect(await name(room.leaver, prompt)).toEqual([]);
  await expect(name(room.classmate, prompt, 'other')).rejects.toThrow('was taught to the model');
});

it('is deleted by its maker or the teacher, and its pictures stay', async () => {
  const { id } = await create();
  await addPictures(id, 1);
  const form = { intent: 'delete' } as const;
  const tried = changeConcept({ user: room.classmate, conceptId: id, form });
  await expect(tried).rejects.toMatchObject({ status: 404 });
  await changeConcept({ user: room.teacher, conceptId: id, form });
  expect(await db.concept.count({ where: { id } })).toBe(0);
  expect(await db.picture.count({ where: { generation: { userId: room.student.id } } })).toBe(1);
  const gone = changeConcept({ user: room.teacher, conceptId: randomUUID(), form });
  await expect(gone).rejects.toMatchObject({ status: 404 });
});
