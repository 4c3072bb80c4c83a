import '#tests/database/own-database.ts';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { createClass } from '#tests/database/people.ts';
import { createGeneration } from '#tests/fixtures/classroom.ts';
import type { HistoryNode } from './build-history.ts';
import { findHistory } from './find-history.server.ts';

it('pages through hundreds of own pictures, each once, and shows nobody else’s', async () => {
  const room = await createClass({ students: 2 });
  const [own, other] = room.students.map(({ id }) => id) as [string, string];
  const made = new Set<string>();
  for (let tree = 0; tree < 45; tree++) {
    const root = await addPicture({ classId: room.id, userId: own });
    const child = await addPicture({ classId: room.id, userId: own, parentId: root });
    const last = await addPicture({ classId: room.id, userId: own, parentId: child });
    for (const id of [root, child, last]) made.add(id);
    if (tree === 0) await addPicture({ classId: room.id, userId: other, parentId: root });
  }
  const seen: string[] = [];
  let pages = 0;
  for (let after: string | null = ''; after !== null; pages++) {
    const cursor = after === '' ? undefined : galleryCursorSchema.parse(after);
    const page = await findHistory({ userId: own, after: cursor });
    expect(page.isCut).toBe(false);
    seen.push(...page.trees.flatMap(idsOf));
    after = page.next;
  }
  expect(pages).toBe(3);
  expect(seen).toHaveLength(made.size);
  expect(new Set(seen)).toEqual(made);
  // What somebody made from another's picture begins a tree of their own.
  const { trees } = await findHistory({ userId: other });
  expect(trees.map(({ change, children }) => [change, children])).toEqual([[null, []]]);
});

function idsOf({ id, children }: HistoryNode): string[] {
  return [id, ...children.flatMap(idsOf)];
}

async function addPicture(place: { classId: string; userId: string; parentId?: string }) {
  const picture = { state: 'approved' as const, sha256: randomUUID() };
  const { id } = await createGeneration({ ...place, prompt: 'a fox', shelf: 'own', picture });
  return id;
}
