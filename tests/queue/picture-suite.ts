import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelGeneration } from '#app/features/generations/cancel-generation.server.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { findHeatmaps } from '#app/features/heatmaps/find-heatmaps.server.ts';
import { requestHeatmaps } from '#app/features/heatmaps/request-heatmaps.server.ts';
import { sendHeatmap } from '#app/features/heatmaps/send-heatmap.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readStoredFile, storeFile } from '#app/platform/storage.server.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { readPictureSettings } from '#worker/engine/metadata/read-picture-settings.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';
import { killNow, startWorker } from './worker-process.ts';

/** What must hold for a generation's whole way, whichever queue carries it. */
export function describePictures(queue: string): void {
  describe(`pictures over ${queue}`, () => {
    let worker: ChildProcess;
    let room: Awaited<ReturnType<typeof createClass>>;

    beforeAll(async () => {
      room = await createClass({ students: 2 });
      worker = await startWorker();
    });
    afterAll(() => killNow(worker));

    function ask(fields: Record<string, string>) {
      return requestGenerations({
        user: room.students[0]!,
        classId: room.id,
        form: generationFormSchema.parse(fields),
      });
    }

    async function settled(id: string) {
      const read = () =>
        db.generation.findUniqueOrThrow({
          where: { id },
          include: { pictures: true, verdicts: true },
        });
      await waitUntil(async () => !['waiting', 'running'].includes((await read()).state), {
        timeoutMs: 60_000,
        what: 'the generation to end',
      });
      return read();
    }

    it('draws an accepted request, once, and logs what made it', async () => {
      const { ids } = await ask({
        prompt: 'a cute, grey cat:0.7, on a beach',
        seed: '7',
        steps: '8',
      });
      const row = await settled(ids[0]!);
      expect(row.failure).toBeNull();
      expect(row.state).toBe('finished');
      expect(row.attempt).toBe(1);
      expect(row.modelHash).toMatch(/^[0-9a-f]{64}$/);
      expect(row.parsedPrompt).toContainEqual({ text: 'grey cat', weight: 0.7 });
      expect(row.verdicts.map(({ decision }) => decision)).toEqual(['allow', 'pass']);
      expect(row.pictures).toHaveLength(1);
      const picture = row.pictures[0]!;
      const settings = readPictureSettings(await readStoredFile(picture.sha256));
      expect(settings).toMatchObject({ prompt: row.prompt, seed: 7n, steps: 8, widthPx: 128 });
      expect(await db.generationPreview.count()).toBe(0);
    });

    it('makes the same picture for the same request', async () => {
      const same = { prompt: 'a red car, in the snow', seed: '11', steps: '6' };
      const [first, second] = await Promise.all([ask(same), ask(same)]);
      const rows = await Promise.all([settled(first.ids[0]!), settled(second.ids[0]!)]);
      expect(rows[0].pictures[0]?.sha256).toBe(rows[1].pictures[0]?.sha256);
    });

    it('draws a picture once more, the same, to see where the model looked for its words', async () => {
      const { ids } = await ask({ prompt: 'a red house, in the snow', seed: '3', steps: '8' });
      const [picture] = (await settled(ids[0]!)).pictures;
      const pictureIds = [picture!.id];
      const find = async (viewer: { id: string }) =>
        (await findHeatmaps({ viewerId: viewer.id, pictureIds }))?.[0];
      const [maker, classmate] = room.students;
      expect(await find(maker!)).toMatchObject({ state: 'none', words: [] });
      expect(await find(classmate!)).toBeUndefined();
      await expect(requestHeatmaps({ user: classmate!, pictureIds })).rejects.toMatchObject({
        status: 404,
      });
      // Twice is once.
      await requestHeatmaps({ user: maker!, pictureIds });
      await requestHeatmaps({ user: maker!, pictureIds });
      await waitUntil(async () => /ready|failed/.test((await find(maker!))!.state), {
        timeoutMs: 60_000,
        what: 'the heatmaps',
      });
      const found = (await find(maker!))!;
      expect(found).toMatchObject({ state: 'ready', reason: null });
      expect(found.words.map(({ text }) => text)).toEqual([
        'a',
        'red',
        'house',
        'in',
        'the',
        'snow',
      ]);
      const kept = await db.pictureHeatmaps.findUniqueOrThrow({
        where: { pictureId: picture!.id },
      });
      expect(kept).toMatchObject({ attempt: 1, askedById: null });
      expect(kept.values).toHaveLength(6 * kept.widthPlaces * kept.heightPlaces);
      const png = await sendHeatmap({ viewerId: maker!.id, pictureId: picture!.id, wordIndex: 2 });
      const { widthPx } = await decodeImage(Buffer.from(await png.arrayBuffer()), 'heatmap');
      expect(widthPx).toBe(128);
      const foreign = { viewerId: classmate!.id, pictureId: picture!.id, wordIndex: 2 };
      expect((await sendHeatmap(foreign)).status).toBe(404);

      // A picture that comes out different has no maps: they would be another picture's.
      await db.pictureHeatmaps.delete({ where: { pictureId: picture!.id } });
      await db.picture.update({
        where: { id: picture!.id },
        data: { sha256: await storeFile(Buffer.from('another picture')) },
      });
      await requestHeatmaps({ user: maker!, pictureIds });
      await waitUntil(async () => /ready|failed/.test((await find(maker!))!.state), {
        timeoutMs: 60_000,
        what: 'the heatmaps',
      });
      expect(await find(maker!)).toMatchObject({
        state: 'failed',
        reason: expect.stringMatching(/model has changed/),
      });
    });

    it('refuses a prompt that the word filter blocks, without drawing it', async () => {
      const { ids } = await ask({ prompt: 'a naked person having sex' });
      const row = await settled(ids[0]!);
      expect(row.state).toBe('blocked');
      expect(row.pictures).toEqual([]);
      expect(row.verdicts).toHaveLength(1);
    });

    it('ends a request for a missing model with a sentence, and goes on', async () => {
      const lost = await settled((await ask({ prompt: 'a tree', modelId: 'nowhere' })).ids[0]!);
      expect(lost.state).toBe('failed');
      expect(lost.failure).toMatch(/model/i);
      const next = await settled((await ask({ prompt: 'a tree', steps: '2', seed: '1' })).ids[0]!);
      expect(next.state).toBe('finished');
    });

    it('cancels a waiting and a running picture, and nobody else’s', async () => {
      const { ids } = await ask({ prompt: 'a castle', steps: '100' });
      const id = ids[0]!;
      expect(await cancelGeneration({ user: room.students[1]!, generationId: id })).toBe(false);
      await waitUntil(async () => (await db.generationPreview.count()) > 0, {
        timeoutMs: 30_000,
        what: 'a first preview',
      });
      expect(await cancelGeneration({ user: room.students[0]!, generationId: id })).toBe(true);
      const row = await settled(id);
      expect(row.state).toBe('cancelled');
      expect(row.pictures).toEqual([]);
    });
  });
}
