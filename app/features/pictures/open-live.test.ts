import '#tests/database/own-database.ts';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { publishLive, subscribeLive } from '#app/platform/live.server.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { openLive } from './open-live.server.ts';

// The first listener of a process connects on its own time.
beforeAll(async () => {
  const heard = vi.fn();
  const unsubscribe = subscribeLive(heard);
  await vi.waitFor(async () => {
    await publishLive({ kind: 'class', classId: 'nobody', userId: 'nobody' });
    expect(heard).toHaveBeenCalled();
  });
  unsubscribe();
});

const closing: AbortController[] = [];
afterEach(() => closing.splice(0).forEach((controller) => controller.abort()));

async function listen(
  userId: string,
  options: Omit<Parameters<typeof openLive>[0], 'userId' | 'closed'> = {},
) {
  const controller = new AbortController();
  closing.push(controller);
  const stream = await openLive({ userId, closed: controller.signal, ...options });
  if (!stream) throw new Error('refused');
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  /** Reads on until `what` has come; ends with the stream. */
  async function readUntil(what: string): Promise<string> {
    while (!text.includes(what)) {
      const { value, done } = await reader.read();
      if (done) return `${text}(end)`;
      text += decoder.decode(value, { stream: true });
    }
    return text;
  }
  return { readUntil, hangUp: () => controller.abort() };
}

it('begins with a retry time and a numbered "ready", so that the page reads again', async () => {
  const { student } = await createClassroom();
  const live = await listen(student.id);
  expect(await live.readUntil('\n\n')).toBe('retry: 1000\nid: 1\nevent: ready\ndata: {}\n\n');
});

// NOTIFY keeps its order, so whoever hears the second event was not told of the first one.
it('tells of one’s own generations, and of nobody else’s', async () => {
  const { school, student, classmate } = await createClassroom();
  const live = await listen(student.id);
  const event = { kind: 'generation' as const, classId: school.id };
  await publishLive({ ...event, userId: classmate.id, generationId: 'other' });
  await publishLive({ ...event, userId: student.id, generationId: 'own' });
  const heard = await live.readUntil('own');
  expect(heard).toContain(
    `data: {"kind":"generation","classId":"${school.id}","generationId":"own"}`,
  );
  expect(heard).not.toContain('other');
});

it('tells a teacher of her classes only', async () => {
  const one = await createClassroom();
  const two = await createClassroom();
  const live = await listen(one.teacher.id);
  const ofClass = ({ school, student }: typeof one, generationId: string) =>
    publishLive({ kind: 'generation', classId: school.id, userId: student.id, generationId });
  await ofClass(two, 'foreign');
  await ofClass(one, 'hers');
  const heard = await live.readUntil('hers');
  expect(heard).toContain('hers');
  expect(heard).not.toContain('foreign');
});

it('gives signs of life, and ends at the end of its lifetime', async () => {
  const { student } = await createClassroom();
  const live = await listen(student.id, { heartbeatMs: 5, lifetimeMs: 60 });
  expect(await live.readUntil('alive')).toContain('event: alive');
  expect(await live.readUntil('never')).toMatch(/\(end\)$/);
});

it('holds the number of connections of a person, and frees them when a browser hangs up', async () => {
  const { student } = await createClassroom();
  const open = await Promise.all(Array.from({ length: 12 }, () => listen(student.id)));
  expect(await openLive({ userId: student.id, closed: new AbortController().signal })).toBeNull();
  open[0]?.hangUp();
  await expect(listen(student.id)).resolves.toBeDefined();
});

it('ends with its session', async () => {
  const { student } = await createClassroom();
  let isSignedIn = true;
  const live = await listen(student.id, { heartbeatMs: 5, isSignedIn: async () => isSignedIn });
  await live.readUntil('alive');
  isSignedIn = false;
  expect(await live.readUntil('never')).toMatch(/\(end\)$/);
});
