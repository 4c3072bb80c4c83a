import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { addTranslator } from '#app/platform/translator.ts';
import { createUser } from '#tests/fixtures/classroom.ts';
import { auditFilterSchema } from './audit-filter.ts';
import { describeEntry } from './describe-entry.ts';
import { listAudit } from './list-audit.server.ts';
import type { AuditLine } from './list-audit.server.ts';
import { verifyAuditChain } from './verify-audit-chain.server.ts';

const translator = addTranslator('en', {});
const sayIn = (line: AuditLine) => describeEntry(translator.t, line);

const read = (search: Record<string, string> = {}) => listAudit(auditFilterSchema.parse(search));

it('reads who did what to whom, by person, kind and day, a page at a time', async () => {
  const teacher = await createUser('teacher', 'Ms Reed');
  const student = await createUser('student', 'Ada');
  const made = await db.class.create({ data: { name: '7b art', joinCode: 'ABCDEFGH' } });
  const write = (action: string, subject: string, actorId: string | null = teacher.id) =>
    db.auditEntry.create({ data: { actorId, classId: made.id, action, subject } });
  await write('class.created', made.id);
  await write('sign-in.reset', student.id);
  await write('student.removed', 'somebody who is gone');
  for (let entry = 0; entry < 60; entry++)
    await write('verdict.approve', `picture ${entry}`, 'gone');

  const first = await read();
  expect(first.lines).toHaveLength(50);
  await write('wall.pause', made.id, null);
  const second = await read({ before: first.next! });
  expect(second.next).toBeNull();
  const ids = [...first.lines, ...second.lines].map(({ id }) => Number(id));
  expect(ids).toEqual(Array.from({ length: 63 }, (_, place) => 63 - place));
  expect(second.lines.map(sayIn).slice(-3)).toEqual([
    'Ms Reed removed a student from the class',
    'Ms Reed reset the sign-in of Ada',
    'Ms Reed made the class',
  ]);
  expect(sayIn(first.lines[0]!)).toBe('Somebody who is deleted approved a picture or a prompt');
  expect(second.lines.every(({ className }) => className === '7b art')).toBe(true);

  const sentences = async (search: Record<string, string>) => (await read(search)).lines.map(sayIn);
  expect(await sentences({ person: 'reed' })).toHaveLength(3);
  expect(await sentences({ person: 'ada' })).toEqual(['Ms Reed reset the sign-in of Ada']);
  expect(await sentences({ person: 'nobody here' })).toEqual([]);
  expect(await sentences({ kind: 'wall' })).toEqual(['Easel paused the class']);
  expect(await sentences({ kind: 'wall', to: '2020-01-01' })).toEqual([]);
  expect(await sentences({ kind: 'wall', from: '2020-01-01' })).toHaveLength(1);
  expect(await verifyAuditChain()).toMatchObject({ entries: 64, brokenAt: null });
});

it('shows the beginning for an address that somebody mistyped', () => {
  const filter = auditFilterSchema.parse({
    before: 'x',
    kind: 'nothing',
    from: 'soon',
    person: ' ',
  });
  expect(Object.values(filter).filter((value) => value !== undefined)).toEqual([]);
});
