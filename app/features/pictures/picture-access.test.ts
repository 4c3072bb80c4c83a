import '#tests/database/own-database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { editPictureAlt } from './edit-picture-alt.server.ts';
import { findGenerationStatuses } from './find-generation-statuses.server.ts';
import { findPicture } from './find-picture.server.ts';
import { findPreview } from './find-preview.server.ts';
import { removePicture } from './remove-picture.server.ts';
import { sendPicture } from './send-picture.server.ts';

const png = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\u001a\n and so on')]);

let viewers: Record<string, string>;
let classId: string;
let sha256: string;

beforeAll(async () => {
  const here = await createClassroom();
  const there = await createClassroom();
  classId = here.school.id;
  viewers = {
    owner: here.student.id,
    classmate: here.classmate.id,
    'former classmate': here.leaver.id,
    teacher: here.teacher.id,
    'student of another class': there.student.id,
    'teacher of another class': there.teacher.id,
    nobody: '',
  };
  sha256 = await storeFile(png);
});

const newPicture = async (state: 'approved' | 'held' | 'removed') => {
  const generation = await createGeneration({
    classId,
    userId: viewers.owner ?? '',
    picture: { state, sha256 },
  });
  return generation.pictures[0]?.id ?? '';
};

const send = (viewerId: string, pictureId: string, etag?: string) =>
  sendPicture({
    request: new Request('http://x/', { headers: etag ? { 'If-None-Match': etag } : {} }),
    viewerId,
    pictureId,
    size: 'full',
  });

const all = ['owner', 'classmate', 'teacher'];

describe.each([
  { state: 'approved' as const, bytes: all, page: all },
  { state: 'held' as const, bytes: ['teacher'], page: ['owner', 'teacher'] },
  { state: 'removed' as const, bytes: ['teacher'], page: ['teacher'] },
])('a picture that is $state', ({ state, bytes, page }) => {
  it(`sends its bytes, full and small, to: ${bytes.join(', ')}`, async () => {
    const pictureId = await newPicture(state);
    const request = new Request('http://x/');
    for (const size of ['full', 'thumbnail'] as const) {
      const served = [];
      for (const [name, viewerId] of Object.entries(viewers)) {
        const response = await sendPicture({ request, viewerId, pictureId, size });
        if (response.status === 200) served.push(name);
        else expect([response.status, await response.text()]).toEqual([404, '']);
      }
      expect(served.sort()).toEqual([...bytes].sort());
    }
  });

  it(`answers "not modified" to nobody else, even where they know the tag`, async () => {
    const pictureId = await newPicture(state);
    const served = [];
    for (const [name, viewerId] of Object.entries(viewers)) {
      if ((await send(viewerId, pictureId, `"${sha256}"`)).status === 304) served.push(name);
    }
    expect(served.sort()).toEqual([...bytes].sort());
  });

  it(`shows its page to: ${page.join(', ')}`, async () => {
    const pictureId = await newPicture(state);
    const shown = [];
    for (const [name, viewerId] of Object.entries(viewers)) {
      const found = await findPicture({ viewerId, pictureId });
      if (found) shown.push(name);
      if (found) expect(found.isShown).toBe(bytes.includes(name));
    }
    expect(shown.sort()).toEqual([...page].sort());
  });
});

it('sends a picture privately, checked each time, and as what it is', async () => {
  const response = await send(viewers.owner ?? '', await newPicture('approved'));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'private, no-cache',
    etag: `"${sha256}"`,
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

it('takes back what a browser has kept, once the picture is held', async () => {
  const pictureId = await newPicture('approved');
  const etag = (await send(viewers.owner ?? '', pictureId)).headers.get('etag') ?? '';
  await db.picture.update({ where: { id: pictureId }, data: { state: 'held' } });
  expect((await send(viewers.owner ?? '', pictureId, etag)).status).toBe(404);
});

it('lets the maker and the teacher change the alt text, and nobody else', async () => {
  const pictureId = await newPicture('approved');
  for (const [name, userId] of Object.entries(viewers)) {
    const done = await editPictureAlt({ userId, pictureId, alt: `by ${name}` });
    expect([name, done]).toEqual([name, name === 'owner' || name === 'teacher']);
  }
  const { alt } = await db.picture.findUniqueOrThrow({ where: { id: pictureId } });
  expect(alt).toBe('by teacher');
});

it('lets only the maker remove a picture, once, and notes it', async () => {
  const pictureId = await newPicture('approved');
  const { owner = '', ...others } = viewers;
  for (const userId of Object.values(others)) {
    expect(await removePicture({ userId, pictureId })).toBe(false);
  }
  expect(await removePicture({ userId: owner, pictureId })).toBe(true);
  expect(await removePicture({ userId: owner, pictureId })).toBe(false);
  const entries = await db.auditEntry.findMany({ where: { subject: pictureId } });
  expect(entries).toMatchObject([{ actorId: owner, classId, action: 'picture.removed' }]);
});

it('shows a running generation and its preview to its maker and the teacher only', async () => {
  const { id } = await createGeneration({ classId, userId: viewers.owner ?? '', state: 'running' });
  await db.generationPreview.create({ data: { generationId: id, step: 3, steps: 20, png } });
  for (const [name, viewerId] of Object.entries(viewers)) {
    const may = name === 'owner' || name === 'teacher';
    const preview = await findPreview({ viewerId, generationId: id });
    expect([name, preview !== null]).toEqual([name, may]);
    const statuses = await findGenerationStatuses({ viewerId, ids: [id] });
    expect(statuses.map(({ step, previewUrl }) => ({ step, previewUrl }))).toEqual(
      may ? [{ step: 3, previewUrl: `/generations/${id}/preview?step=3` }] : [],
    );
  }
});

it('gives no preview once a generation has ended, and no picture while it is held', async () => {
  const viewerId = viewers.owner ?? '';
  const { id } = await createGeneration({
    classId,
    userId: viewerId,
    state: 'held',
    picture: { state: 'held' },
  });
  await db.generationPreview.create({ data: { generationId: id, step: 20, steps: 20, png } });
  expect(await findPreview({ viewerId, generationId: id })).toBeNull();
  expect(await findGenerationStatuses({ viewerId, ids: [id] })).toMatchObject([
    { state: 'held', picture: null, previewUrl: null },
  ]);
});

it('keeps a seed beyond 2^53 exact', async () => {
  const { id } = await createGeneration({ classId, userId: viewers.owner ?? '' });
  const [status] = await findGenerationStatuses({ viewerId: viewers.owner ?? '', ids: [id] });
  expect(status?.seed).toBe('9007199254740993');
});

it('names the parent and the children of a picture, but only those that the viewer may see', async () => {
  const { owner = '', classmate = '', teacher = '' } = viewers;
  const made = (state: 'approved' | 'held', parentId?: string) =>
    createGeneration({ classId, userId: owner, parentId, picture: { state, sha256 } });
  const parent = await made('approved');
  const shown = await made('approved', parent.id);
  const held = await made('held', parent.id);
  const idOf = (generation: typeof parent) => generation.pictures[0]?.id ?? '';
  const children = async (viewerId: string) => {
    const page = await findPicture({ viewerId, pictureId: idOf(parent) });
    return page?.children.map(({ id }) => id);
  };
  expect(await children(classmate)).toEqual([idOf(shown)]);
  expect(await children(owner)).toEqual([idOf(shown)]);
  expect(await children(teacher)).toEqual([idOf(shown), idOf(held)]);
  const child = await findPicture({ viewerId: classmate, pictureId: idOf(shown) });
  expect(child?.parent?.id).toBe(idOf(parent));
});
