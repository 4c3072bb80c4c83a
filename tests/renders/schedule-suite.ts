import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRender } from '#app/features/renders/create-render.server.ts';
import { callRender, pauseRender } from '#app/features/renders/change-render.server.ts';
import { findNextTimes } from '#app/features/renders/next-times.server.ts';
import { renderFormSchema } from '#app/features/renders/render-form.ts';
import { scheduleRender } from '#app/features/renders/schedule-render.server.ts';
import { db } from '#app/platform/db.server.ts';
import { PROGRAM_QUEUE, programQueue, queueConnection } from '#app/platform/queue.server.ts';
import { startProgramWorker } from '#worker/start-program-worker.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';

/** What must hold of clocks, whichever queue carries them. */
export function describeSchedules(queueName: string): void {
  describe(`clocks over ${queueName}`, () => {
    let room: Awaited<ReturnType<typeof createClass>>;
    const queues: Queue[] = [];

    beforeAll(async () => {
      room = await createClass({ students: 1 });
      await db.class.update({ where: { id: room.id }, data: { programsOn: true } });
    });
    afterAll(() => Promise.all(queues.map((queue) => queue.close())));

    function make(fields: Record<string, string>) {
      const form = renderFormSchema.parse({
        intent: 'create',
        name: 'Picture of the day',
        template: 'a tree',
        maxPerDay: '200',
        ...fields,
      });
      return createRender({ user: room.students[0]!, form });
    }

    const printed = (times: Date[]) => times.map((time) => time.toISOString().slice(0, 16));
    const berlin = { timeZone: 'Europe/Berlin' };

    it('comes once on the nights when the clocks change, and every hour through them', () => {
      const night = { ...berlin, cron: '30 2 * * *' };
      expect(printed(findNextTimes(night, 3, new Date('2026-03-27T12:00Z')))).toEqual([
        '2026-03-28T01:30',
        '2026-03-29T01:30',
        '2026-03-30T00:30',
      ]);
      expect(printed(findNextTimes(night, 3, new Date('2026-10-23T12:00Z')))).toEqual([
        '2026-10-24T00:30',
        '2026-10-25T00:30',
        '2026-10-26T01:30',
      ]);
      const hourly = { ...berlin, cron: '0 * * * *' };
      const spring = findNextTimes(hourly, 4, new Date('2026-03-28T23:30Z'));
      expect(spring.map((time) => time.getUTCHours())).toEqual([0, 1, 2, 3]);
    });

    /** The real scheduler on a clock of which an hour lasts a second, from a moment on. */
    function fastClock(fromMs: number) {
      const startMs = Date.now();
      const toFast = (realMs: number) => fromMs + (realMs - startMs) * 3600;
      const toReal = (fastMs: number) => Math.ceil(startMs + (fastMs - fromMs) / 3600);
      const repeatStrategy = (
        millis: number,
        { pattern, tz }: { pattern?: string; tz?: string },
      ) => {
        const times = { cron: pattern!, timeZone: tz! };
        return toReal(findNextTimes(times, 1, new Date(toFast(millis)))[0]!.getTime());
      };
      return { toFast, settings: { repeatStrategy } };
    }

    it.each([
      ['spring', '2026-03-28T21:30Z', 6],
      ['autumn', '2026-10-24T20:30Z', 6],
    ])(
      'fires every hour of a %s night once, over a restart',
      async (_, from, hours) => {
        const render = await make({ often: 'hour', ...berlin });
        await programQueue().removeJobScheduler(render.id);
        const clock = fastClock(Date.parse(from));
        const queue = new Queue(PROGRAM_QUEUE, {
          connection: queueConnection(),
          settings: clock.settings,
        });
        queues.push(queue);
        let worker = startProgramWorker({ settings: clock.settings });
        await scheduleRender(render, queue);
        const runs = () =>
          db.renderRun.findMany({ where: { renderId: render.id }, orderBy: { dueAt: 'asc' } });
        const untilRun = (count: number) =>
          waitUntil(async () => (await runs()).length >= count, {
            timeoutMs: 30_000,
            what: 'a run',
          });
        await untilRun(hours / 2);
        await worker.close();
        worker = startProgramWorker({ settings: clock.settings });
        await untilRun(hours);
        await queue.removeJobScheduler(render.id);
        await worker.close();
        const hourOf = (time: Date) => Math.round(clock.toFast(time.getTime()) / 3_600_000);
        const fired = (await runs()).map(({ dueAt }) => hourOf(dueAt));
        const first = Math.ceil(Date.parse(from) / 3_600_000);
        expect(fired.slice(0, hours)).toEqual(
          Array.from({ length: hours }, (_, index) => first + index),
        );
        expect(new Set(fired).size).toBe(fired.length);
      },
      90_000,
    );

    it('runs once for a key, keeps to its limit, and stops while paused', async () => {
      const render = await make({ often: 'call', template: 'a {weather} beach', maxPerDay: '2' });
      const call = (key: string, values: Record<string, string> = { weather: 'sunny' }) =>
        callRender({ user: room.students[0]!, renderId: render.id, cause: 'call', key, values });
      const before = await db.generation.count();
      const [first, again] = await Promise.all([call('a'), call('a')]);
      expect(first!.id).toBe(again!.id);
      expect(await call('b', {})).toMatchObject({
        outcome: 'refused',
        reason: '“weather” is missing.',
      });
      expect(await call('c')).toMatchObject({ outcome: 'asked' });
      expect(await call('d')).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(/2 times/),
      });
      expect((await db.generation.count()) - before).toBe(2);
      await pauseRender({ user: room.students[0]!, renderId: render.id });
      expect(await call('e')).toMatchObject({ outcome: 'refused', reason: 'It is paused.' });
      const foreign = callRender({ user: room.teacher, renderId: render.id });
      await expect(foreign).rejects.toMatchObject({ status: 404 });
    });

    it.each([
      [{ often: 'cron', cron: '99 2 * * *' }, /never comes/],
      [{ often: 'day', template: 'a {x}' }, /fills no slots/],
    ])('refuses %j', async (fields, sentence) => {
      await expect(make(fields as unknown as Record<string, string>)).rejects.toThrow(sentence);
    });
  });
}
