import '../database/own-database.ts';
import { readFile } from 'node:fs/promises';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enqueueTraining } from '#app/features/concepts/enqueue-training.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readStoredFile, storeFile } from '#app/platform/storage.server.ts';
import { readCheckpoint } from '#worker/engine/concepts/checkpoint.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';
import { createGeneration } from '../fixtures/classroom.ts';
import { killNow, startWorker } from '../queue/worker-process.ts';

const PICTURES = 'tests/concepts/pictures/octopus';
const STEPS = 50;
const FIRST_CHECKPOINT = 25;
const TRAINING_TIMEOUT_MS = 200_000;

let worker: ChildProcess;
let room: Awaited<ReturnType<typeof createClass>>;
let pictureIds: string[];

beforeAll(async () => {
  room = await createClass({ students: 1 });
  pictureIds = await Promise.all([0, 1, 2, 3, 4, 5].map(storePicture));
  worker = await startWorker();
}, 120_000);
afterAll(() => worker && killNow(worker));

async function storePicture(number: number): Promise<string> {
  const sha256 = await storeFile(await readFile(`${PICTURES}/0${number}.png`));
  const { id } = await createGeneration({
    classId: room.id,
    userId: room.students[0]!.id,
    picture: { state: 'approved', sha256 },
  });
  return (await db.picture.findFirstOrThrow({ where: { generationId: id } })).id;
}

async function begin(name: string): Promise<string> {
  const { id } = await db.concept.create({
    data: {
      classId: room.id,
      userId: room.students[0]!.id,
      kind: 'word',
      // The name is no part of what is learned.
      name,
      modelId: 'starter',
      startWord: 'ghost',
      steps: STEPS,
      seed: 11,
      state: 'waiting',
      queuedAt: new Date(),
      startedAt: new Date(),
      pictures: { create: pictureIds.map((pictureId, position) => ({ pictureId, position })) },
    },
  });
  await enqueueTraining(id);
  return id;
}

const concept = (id: string) => db.concept.findUniqueOrThrow({ where: { id } });

async function learned(id: string): Promise<Float32Array> {
  await waitUntil(async () => (await concept(id)).state === 'ready', {
    timeoutMs: TRAINING_TIMEOUT_MS,
    what: 'the training to end',
  });
  const { checkpointSha256 } = await concept(id);
  const state = readCheckpoint(await readStoredFile(checkpointSha256!));
  expect(state.losses.map(({ step }) => step)).toEqual(
    Array.from({ length: STEPS }, (_, i) => i + 1),
  );
  return state.learnings.get('vectors')!.values;
}

it.skipIf(process.platform === 'win32')(
  'learns the same when its worker is killed in the middle',
  async () => {
    const whole = await learned(await begin('zorp'));
    const id = await begin('blip');
    await waitUntil(async () => (await concept(id)).step > FIRST_CHECKPOINT, {
      timeoutMs: TRAINING_TIMEOUT_MS,
      what: 'the training to be past its first checkpoint',
    });
    expect((await concept(id)).state).toBe('training');
    await killNow(worker);
    worker = await startWorker();
    const resumed = await learned(id);
    expect((await concept(id)).attempt).toBe(2);
    const differences = whole.map((value, i) => Math.abs(value - resumed[i]!));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  },
  2 * TRAINING_TIMEOUT_MS,
);
