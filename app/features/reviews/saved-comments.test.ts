import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { createUser } from '#tests/fixtures/classroom.ts';
import { forgetComment, listSavedComments, saveComment } from './saved-comments.server.ts';

it('keeps a comment once, by its words, for the teacher who saved it', async () => {
  const [mine, other] = await Promise.all([createUser('teacher'), createUser('teacher')]);
  const teacherId = mine.id;
  for (const text of ['Name the seed.', 'Change one thing.', 'Name the seed.'])
    await saveComment({ teacherId, text });
  const saved = await listSavedComments({ teacherId });
  expect(saved.map(({ text }) => text)).toEqual(['Change one thing.', 'Name the seed.']);
  expect(await listSavedComments({ teacherId: other.id })).toEqual([]);
  const id = saved[0]!.id;
  await expect(forgetComment({ teacherId: other.id, id })).rejects.toMatchObject({ status: 404 });
  await forgetComment({ teacherId, id });
  expect(await listSavedComments({ teacherId })).toHaveLength(1);
});
