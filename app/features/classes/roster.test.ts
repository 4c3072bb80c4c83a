import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseNewPassword } from '#app/features/accounts/choose-new-password.server.ts';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { archiveClass } from './archive-class.server.ts';
import { findClassToJoin } from './find-class-to-join.server.ts';
import { importRoster } from './import-roster.server.ts';
import { listClasses } from './list-classes.server.ts';
import { previewRoster } from './preview-roster.server.ts';
import { readRoster } from './read-roster.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let mine: { teacherId: string; classId: string };

beforeEach(async () => {
  await db.class.deleteMany();
  await db.user.deleteMany();
  room = await createClassroom();
  mine = { teacherId: room.teacher.id, classId: room.school.id };
});

const names = (text: string) =>
  readRoster(text).lines.map(({ displayName, username, error }) => [displayName, username, error]);

describe('reading a roster', () => {
  it('takes one name a line', () => {
    expect(names('Pip Otter\r\n\r\n  Zoë  \n')).toEqual([
      ['Pip Otter', 'pip-otter', null],
      ['Zoë', 'zoë', null],
    ]);
  });

  it.each([',', ';', '\t'])('takes columns parted by %j, in any order', (delimiter) => {
    const text = ['Username,Name', 'PIP,Pip Otter'].join('\n').replaceAll(',', delimiter);
    expect(names(text)).toEqual([['Pip Otter', 'pip', null]]);
  });

  it('takes the active students of OneRoster’s users.csv', () => {
    const header =
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName';
    const text = [
      header,
      '1,active,,true,s,student,pip.otter,,Pip,Otter',
      '2,active,,true,s,teacher,ms.m,,Mary,Marigold',
      '3,tobedeleted,,true,s,student,gone,,Gone,Away',
      '"4",,,true,s,student,koa,,"Koa, ""K""",Pebble',
    ].join('\n');
    expect(names(`\ufeff${text}`)).toEqual([
      ['Pip Otter', 'pip.otter', null],
      ['Koa, "K" Pebble', 'koa', null],
    ]);
  });

  it('names each bad line by its number', () => {
    const { lines } = readRoster('name,username\nPip,pip\nPip again,PIP\n,ravi\nAl,x\n');
    expect(lines.map(({ line, error }) => [line, error])).toEqual([
      [2, null],
      [3, expect.stringContaining('earlier line')],
      [4, null],
      [5, expect.stringContaining('at least 3 characters')],
    ]);
  });

  it('does not guess what a nameless second column is', () => {
    expect(readRoster('Otter, Pip').lines[0]?.error).toMatch(/More than one column/);
  });

  it.each([
    ['nothing', ' \n'],
    ['a broken quote', 'name\n"Pip'],
    ['201 lines', 'Pip\n'.repeat(201)],
  ])('refuses %s with a sentence', (_case, text) => {
    expect(readRoster(text).error).toMatch(/^[A-Z].*\.?$/);
  });
});

describe('importing a roster', () => {
  it('makes all accounts, each with a code that chooses the first password', async () => {
    const made = await importRoster({ ...mine, text: 'Pip Otter\nJuno Fern' });
    expect(made.map(({ username }) => username)).toEqual(['pip-otter', 'juno-fern']);
    const [pip] = made;
    const cookie = await chooseNewPassword({
      request: browserRequest(),
      address: '10.0.0.1',
      form: { username: 'pip-otter', code: pip!.code, password: 'three small words' },
    });
    expect(await findUser(browserRequest(cookie))).toMatchObject({ displayName: 'Pip Otter' });
    const memberships = { classId: mine.classId, role: 'student' as const, removedAt: null };
    expect(await db.membership.count({ where: memberships })).toBe(4);
    const stored = JSON.stringify(await db.oneTimeLink.findMany());
    for (const { code } of made) expect(stored).not.toContain(code);
  });

  it('makes nothing at all where one line is bad, and never takes an account over', async () => {
    const rename = (id: string, username: string) =>
      db.user.update({ where: { id }, data: { username } });
    await rename(room.classmate.id, 'juno');
    const text = 'name,username\nPip,pip\nThief,Juno';
    const preview = await previewRoster({ ...mine, text });
    expect(preview.lines.map(({ error }) => error)).toEqual([
      null,
      expect.stringContaining('in this class already'),
    ]);
    await expect(importRoster({ ...mine, text })).rejects.toThrow(/^Line 3: /);
    const other = await createClassroom();
    await rename(other.student.id, 'ravi');
    const foreign = 'name,username\nThief,ravi';
    await expect(importRoster({ ...mine, text: foreign })).rejects.toThrow(/is taken/);
    expect(await db.user.count({ where: { username: 'pip' } })).toBe(0);
  });

  it('gives a made username a number where it is taken, and no name twice by a second import', async () => {
    const other = await createClassroom();
    await db.user.update({ where: { id: other.student.id }, data: { username: 'emma' } });
    const made = await importRoster({ ...mine, text: 'Emma\nEmma\nJo' });
    expect(made.map(({ username }) => username)).toEqual(['emma-2', 'emma-3', 'jo-1']);
    await expect(importRoster({ ...mine, text: 'Jo' })).rejects.toThrow(/in this class already/);
  });

  it('is refused to another class’s teacher', async () => {
    const other = await createClassroom();
    const foreign = importRoster({ ...mine, teacherId: other.teacher.id, text: 'Pip Otter' });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    expect(await db.user.count({ where: { username: 'pip-otter' } })).toBe(0);
  });
});

describe('the archive', () => {
  it('closes a class to new students and leaves it to its teacher, who can open it again', async () => {
    const { teacherId } = mine;
    const code = room.school.joinCode;
    await archiveClass({ ...mine, archived: true });
    expect(await findClassToJoin({ code, isDemo: false })).toBeNull();
    expect(await listClasses({ teacherId })).toEqual([]);
    expect(await listClasses({ teacherId, archived: true })).toHaveLength(1);
    await archiveClass({ ...mine, archived: false });
    expect(await findClassToJoin({ code, isDemo: false })).not.toBeNull();
    const other = await createClassroom();
    const foreign = archiveClass({ ...mine, teacherId: other.teacher.id, archived: true });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });
});
