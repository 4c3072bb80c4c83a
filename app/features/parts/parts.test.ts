import '#tests/database/own-database.ts';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeFile } from '#app/platform/storage.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { draftGuided } from '#app/features/studio/draft-guided.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { drawPart } from './draw-part.server.ts';
import { findDecomposer } from './find-decomposer.server.ts';
import { sendPart } from './send-part.server.ts';

/** A red house in a meadow, in the middle of the picture. */
const HOUSE = 'lessons/10-control/house.png';

let pictureId: string;
let heldId: string;
let people: Awaited<ReturnType<typeof createClassroom>>;

beforeAll(async () => {
  people = await createClassroom();
  const { school, student } = people;
  const sha256 = await storeFile(await readFile(HOUSE));
  const make = async (state: 'approved' | 'held') => {
    const of = { classId: school.id, userId: student.id, picture: { state, sha256 } };
    return (await createGeneration(of)).pictures[0]!.id;
  };
  [pictureId, heldId] = await Promise.all([make('approved'), make('held')]);
});

async function read(part: PartName) {
  const png = await drawPart({ viewerId: people.student.id, pictureId, part });
  return decodeImage(png!, part);
}

/** The mean of a square's bytes, 0 to 255. */
function meanOf(
  { data, widthPx }: { data: Uint8Array; widthPx: number },
  left: number,
  top: number,
) {
  let sum = 0;
  for (let y = top; y < top + 16; y++)
    for (let x = left; x < left + 16; x++) sum += data[(y * widthPx + x) * 3]!;
  return sum / 256;
}

describe('a picture taken apart', () => {
  it('has the picture’s shape, and each part that the model finds', async () => {
    const { parts } = await findDecomposer();
    expect(parts).toEqual(expect.arrayContaining(['line', 'depth', 'segment']));
    for (const part of parts) {
      const { widthPx, heightPx } = await read(part);
      expect([part, widthPx, heightPx]).toEqual([part, 128, 128]);
    }
  });

  it('has the house nearer than the sky, and in a layer of its own', async () => {
    const depth = await read('depth');
    expect(meanOf(depth, 56, 64)).toBeGreaterThan(meanOf(depth, 4, 4) + 40);
    const { data, widthPx } = await read('segment');
    const colourAt = (x: number, y: number) => [...data.slice((y * widthPx + x) * 3).slice(0, 3)];
    expect(colourAt(64, 72)).not.toEqual(colourAt(8, 8));
  });

  it('is shown to whoever may see the picture, and to nobody else', async () => {
    const status = async (viewerId: string, id = pictureId) =>
      (await sendPart({ viewerId, pictureId: id, part: 'depth' })).status;
    const stranger = await createClassroom();
    expect(await status(people.student.id)).toBe(200);
    expect(await status(people.teacher.id, heldId)).toBe(200);
    expect(await status(people.classmate.id, heldId)).toBe(404);
    expect(await status(stranger.student.id)).toBe(404);
    expect(await status(people.student.id, 'no-such-id')).toBe(404);
  });
});

it('guides a new draft: no words yet, the part as its layout, a model that can be guided', async () => {
  const models = await findModels('models');
  const asked = { viewerId: people.student.id, pictureId, part: 'depth' as const, models };
  const draft = await draftGuided(asked);
  expect(draft).toMatchObject({ prompt: '', modelId: 'starter', controlType: 'depth' });
  const [, base64] = draft!.control.split('base64,');
  const { widthPx, heightPx } = await decodeImage(Buffer.from(base64!, 'base64'), 'control');
  expect(`${widthPx}x${heightPx}`).toBe(draft!.size);
  const unguided = models.map((model) => ({ ...model, hasControl: false }));
  expect(await draftGuided({ ...asked, models: unguided })).toBeNull();
  expect(await draftGuided({ ...asked, pictureId: 'no-such-id' })).toBeNull();
});
