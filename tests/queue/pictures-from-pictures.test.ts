import '../database/own-database.ts';
import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { repeatGeneration } from '#app/features/pictures/repeat-generation.server.ts';
import { uploadPicture } from '#app/features/pictures/upload-picture.server.ts';
import { findPictureFile } from '#app/features/pictures/find-picture-file.server.ts';
import { findHeatmaps } from '#app/features/heatmaps/find-heatmaps.server.ts';
import { requestHeatmaps } from '#app/features/heatmaps/request-heatmaps.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { decodeImage, encodePng } from '#worker/engine/image/image-file.ts';
import { startInference } from '#worker/inference/start-inference.ts';
import type { Inference } from '#worker/inference/start-inference.ts';
import { drawHeatmaps } from '#worker/jobs/draw-heatmaps.ts';
import { generatePicture } from '#worker/jobs/generate-picture.ts';
import { startPictureGate } from '#worker/moderation/pictures/gate.ts';
import type { PictureGate } from '#worker/moderation/pictures/gate.ts';
import { GOLDEN_MODEL, hideAttention } from '../conformance/model-folder.ts';
import { createClass } from '../database/people.ts';

const SIDE_PX = 128;

let inference: Inference;
let gate: PictureGate;
let room: Awaited<ReturnType<typeof createClass>>;
let start: Awaited<ReturnType<typeof draw>>;

beforeAll(async () => {
  room = await createClass({ students: 2 });
  const models = await mkdtemp(path.join(tmpdir(), 'easel-models-'));
  await symlink(path.resolve('models/starter'), path.join(models, 'starter'));
  await symlink(path.resolve('models/inkwell'), path.join(models, 'inkwell'));
  await symlink(path.resolve('tests/golden/tiny-sd-onnx'), path.join(models, 'tiny'));
  const fused = path.join(models, 'fused');
  await cp(GOLDEN_MODEL, fused, { recursive: true });
  await hideAttention(fused);
  process.env.EASEL_MODELS_DIR = models;
  inference = startInference();
  gate = startPictureGate();
  start = await draw({ prompt: 'a red house, in a meadow', seed: '3', steps: '6' });
});
afterAll(() => Promise.all([inference?.close(), gate?.close()]));

async function draw(fields: Record<string, string>, student = 0) {
  const user = room.students[student]!;
  const form = generationFormSchema.parse({
    prompt: 'a red house',
    steps: '4',
    seed: '7',
    ...fields,
  });
  const { ids } = await requestGenerations({ user, classId: room.id, form });
  return finish(ids[0]!);
}

async function finish(id: string) {
  await generatePicture({ generationId: id }, { inference, gate });
  const row = await db.generation.findUniqueOrThrow({
    where: { id },
    include: { pictures: true, verdicts: true },
  });
  expect(row.failure).toBeNull();
  const picture = row.pictures[0]!;
  const image = await decodeImage(await readStoredFile(picture.sha256), 'picture');
  return { ...row, picture, image };
}

async function drawing(paint: (x: number, y: number) => boolean, sidePx = SIDE_PX) {
  const data = new Uint8Array(sidePx * sidePx * 3);
  for (let y = 0; y < sidePx; y++)
    for (let x = 0; x < sidePx; x++)
      if (paint(x, y)) data.fill(255, (y * sidePx + x) * 3, (y * sidePx + x + 1) * 3);
  const png = await encodePng({ widthPx: sidePx, heightPx: sidePx, data });
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** The mean difference of two pictures' bytes over the pixels that `counts` names. */
function difference(a: RgbImage, b: RgbImage, counts: (x: number, y: number) => boolean): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    const pixel = Math.floor(i / 3);
    if (!counts(pixel % a.widthPx, Math.floor(pixel / a.widthPx))) continue;
    sum += Math.abs(a.data[i]! - b.data[i]!);
    n += 1;
  }
  return sum / n;
}
const everywhere = () => true;

it('draws on from a picture: little at a low strength, much at a high one', async () => {
  const from = { startPictureId: start.picture.id, prompt: 'a blue house', seed: '5', steps: '8' };
  const near = await draw({ ...from, strength: '0.2' });
  const far = await draw({ ...from, strength: '1' });
  expect(near).toMatchObject({
    mode: 'image-to-image',
    parentId: start.id,
    startPictureId: start.picture.id,
    startSha256: start.picture.sha256,
    strength: 0.2,
  });
  expect(near.changedFields).toEqual(['prompt', 'steps', 'mode', 'strength', 'start', 'seed']);
  const nearBy = difference(near.image, start.image, everywhere);
  expect(nearBy).toBeLessThan(difference(far.image, start.image, everywhere) / 2);
});

it('paints within the mask alone, keeps the mask, and does it again on request', async () => {
  const inside = (x: number, y: number) => x >= 32 && x < 96 && y >= 32 && y < 96;
  const fields = { startPictureId: start.picture.id, strength: '1', maskBlurPx: '0' };
  const painted = await draw({ ...fields, prompt: 'a blue car', mask: await drawing(inside) });
  expect(painted).toMatchObject({ mode: 'inpaint', maskContent: 'original', maskArea: 'whole' });
  expect(difference(painted.image, start.image, inside)).toBeGreaterThan(5);
  expect(difference(painted.image, start.image, (x, y) => !inside(x, y))).toBeLessThan(1);
  await db.generation.update({ where: { id: painted.id }, data: { state: 'failed' } });
  const again = await repeatGeneration({ user: room.students[0]!, generationId: painted.id });
  const repeated = await finish(again!.id);
  expect(repeated.maskSha256).toBe(painted.maskSha256);
  expect(repeated.picture.sha256).toBe(painted.picture.sha256);
});

it('steers a model that has a ControlNet, and logs type, file, weight and window', async () => {
  const size = `${SIDE_PX}x${SIDE_PX}`;
  const plain = { prompt: 'a tree', modelId: 'tiny', seed: '4', size };
  const control = await drawing((x, y) => Math.abs(x - y) < 3);
  const free = await draw(plain);
  const steered = await draw({ ...plain, control, controlType: 'line', controlWeight: '1.5' });
  expect(steered.controls).toEqual([
    {
      type: 'line',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      weight: 1.5,
      start: 0,
      end: 1,
    },
  ]);
  expect(difference(steered.image, free.image, everywhere)).toBeGreaterThan(0);
});

it('says plainly that a model has no ControlNet', async () => {
  const user = room.students[0]!;
  const control = await drawing(everywhere);
  const form = generationFormSchema.parse({ prompt: 'a tree', modelId: 'inkwell', control });
  const { ids } = await requestGenerations({ user, classId: room.id, form });
  await generatePicture({ generationId: ids[0]! }, { inference, gate });
  const row = await db.generation.findUniqueOrThrow({ where: { id: ids[0]! } });
  expect(row).toMatchObject({ state: 'failed', failure: 'This model has no ControlNet.' });
});

it('says of a model without attention maps that it can’t tell, and of an upload too', async () => {
  const [user] = room.students;
  const drawn = await draw({ prompt: 'a tree', modelId: 'fused' });
  const pictureIds = [drawn.picture.id];
  await requestHeatmaps({ user: user!, pictureIds });
  await drawHeatmaps({ pictureId: drawn.picture.id }, inference);
  const [status] = (await findHeatmaps({ viewerId: user!.id, pictureIds }))!;
  expect(status).toMatchObject({
    state: 'failed',
    reason: 'This model can’t say where it looked for a word. Pictures by other models can.',
  });
  await db.generation.update({ where: { id: drawn.id }, data: { mode: 'upload' } });
  await expect(requestHeatmaps({ user: user!, pictureIds })).rejects.toMatchObject({ status: 404 });
  const [upload] = (await findHeatmaps({ viewerId: user!.id, pictureIds }))!;
  expect(upload).toMatchObject({ state: 'impossible', reason: expect.stringMatching(/brought/) });
});

it('draws a second, larger time', async () => {
  const larger = await draw({ hiresScale: '2', hiresStrength: '0.4' });
  expect(larger.picture).toMatchObject({ widthPx: 256, heightPx: 256 });
  expect(larger).toMatchObject({ widthPx: 128, hiresScale: 2, hiresStrength: 0.4 });
});

it('looks at an upload before anyone may use it, and shows it to no classmate', async () => {
  const [user, classmate] = [room.students[0]!, room.students[1]!];
  const data = new Uint8Array(200 * 100 * 3).fill(90);
  const bytes = await encodePng({ widthPx: 200, heightPx: 100, data });
  const { id } = await uploadPicture({ user, classId: room.id, bytes });
  expect(await db.picture.count({ where: { generationId: id } })).toBe(0);
  const upload = await finish(id);
  expect(upload.verdicts.map(({ gate: by }) => by)).toContain(gate.name);
  const file = { pictureId: upload.picture.id, size: 'full' as const };
  expect(await findPictureFile({ viewerId: user.id, ...file })).toBe(upload.picture.sha256);
  expect(await findPictureFile({ viewerId: classmate.id, ...file })).toBeNull();
  const from = { startPictureId: upload.picture.id };
  expect((await draw(from)).startPictureId).toBe(upload.picture.id);
  await expect(draw(from, 1)).rejects.toMatchObject({ field: 'startPictureId', status: 404 });
});

it('refuses what is not theirs, not approved, or does not fit, and names the field', async () => {
  const from = { startPictureId: start.picture.id };
  const mask = await drawing(everywhere, 64);
  await expect(draw({ ...from, mask })).rejects.toMatchObject({ field: 'mask' });
  await expect(draw({ mask })).rejects.toMatchObject({ field: 'mask' });
  const stranger = await createClass({ students: 1 });
  const form = generationFormSchema.parse({ prompt: 'x', ...from });
  await expect(
    requestGenerations({ user: stranger.students[0]!, classId: stranger.id, form }),
  ).rejects.toMatchObject({ field: 'startPictureId', status: 404 });
  await db.picture.update({ where: { id: start.picture.id }, data: { state: 'held' } });
  await expect(draw(from)).rejects.toMatchObject({ field: 'startPictureId' });
  await db.picture.update({ where: { id: start.picture.id }, data: { state: 'approved' } });
});
