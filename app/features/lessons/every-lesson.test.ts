import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { loadLessons } from '#lessons/load.ts';
import type { Lesson, Step } from '#lessons/schema.ts';
import { CLAIM, listPresses } from '#tests/fixtures/lesson-answers.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import type { ConceptRecord } from '#app/features/concepts/concept-record.ts';
import type { EvidenceFault } from './evidence-error.ts';
import { EvidenceError } from './evidence-error.ts';
import type { FormOf, AnswerForm } from './lesson-form.ts';
import { requestStepPictures } from './request-step-pictures.server.ts';
import { submitStep } from './submit-step.server.ts';

const lessons = await loadLessons();
let classroom: Awaited<ReturnType<typeof createClassroom>>;
const refusals = new Map<string, Set<EvidenceFault>>();

beforeEach(async () => {
  classroom = await createClassroom();
});

it.each(lessons.map((lesson) => [lesson.frontMatter.number, lesson] as const))(
  'lesson %i takes honest work to its end, and refuses all kinds of dishonest work on the way',
  { timeout: 120_000 },
  async (_number, lesson) => {
    refusals.set(lesson.slug, new Set());
    for (const [index, step] of lesson.steps.entries()) await takeStep(lesson, step, index);
    const progress = await db.lessonProgress.findFirstOrThrow({
      where: { userId: classroom.student.id, lessonSlug: lesson.slug },
      include: { evidence: true },
    });
    expect(progress.completedAt).not.toBeNull();
    expect(progress.evidence).toHaveLength(lesson.steps.length);
    const kinds = new Set(lesson.steps.map(({ activity }) => activity?.kind));
    const expected: EvidenceFault[] = ['already-answered', 'prediction-too-late', 'replayed-form'];
    if (kinds.has('explain')) expected.push('empty-claim', 'not-your-picture');
    if (kinds.has('compare')) expected.push('two-fields-changed', 'other-seeds');
    expect([...refusals.get(lesson.slug)!]).toEqual(expect.arrayContaining(expected));
  },
);

async function takeStep(lesson: Lesson, step: Step, index: number): Promise<void> {
  const { activity, id } = step;
  if (!activity) return answer(lesson, { intent: 'read', step: id });
  switch (activity.kind) {
    case 'predict': {
      const later = lesson.steps.slice(index + 1).find((one) => one.activity?.kind === 'generate');
      await refuseDraw(lesson, later!.id, 'out-of-order');
      const form = { intent: 'predict' as const, step: id, choice: 0, reason: 'it is so' };
      const early = await addRow(lesson, later!.id);
      await refuse(lesson, { ...form, reason: 'I have seen it' }, 'prediction-too-late');
      await db.generation.delete({ where: { id: early } });
      await refuse(lesson, { ...form, reason: '' }, 'empty-claim');
      return answer(lesson, form);
    }
    case 'generate':
      return generate(lesson, step);
    case 'compare':
      return compare(lesson, step);
    case 'explain': {
      const pictures = (await listOwn(lesson, activity.of)).slice(0, 32).map((one) => one.id);
      const form = { intent: 'explain' as const, step: id, claim: CLAIM, pictures };
      await refuse(lesson, { ...form, claim: 'nice nice nice' }, 'empty-claim');
      const theirs = await addRow(lesson, activity.of[0]!, classroom.classmate.id);
      await refuse(lesson, { ...form, pictures: [theirs] }, 'not-your-picture');
      return answer(lesson, form);
    }
    case 'check': {
      const wrong = activity.answer % activity.choices.length;
      await refuse(lesson, { intent: 'check', step: id, choice: wrong }, 'wrong-answer');
      return answer(lesson, { intent: 'check', step: id, choice: activity.answer - 1 });
    }
    case 'tally': {
      const own = await listOwn(lesson, activity.of);
      const tallies = own.slice(0, activity.pictures).map((one) => ({ id: one.id, choice: 0 }));
      const theirs = await addRow(lesson, activity.of[0]!, classroom.classmate.id);
      const stolen = [...tallies.slice(1), { id: theirs, choice: 0 }];
      await refuse(lesson, { intent: 'tally', step: id, tallies: stolen }, 'not-your-picture');
      return answer(lesson, { intent: 'tally', step: id, tallies });
    }
  }
}

async function generate(lesson: Lesson, step: Step): Promise<void> {
  const { activity, id } = step;
  if (activity?.kind !== 'generate') return;
  const done = { intent: 'generate' as const, step: id };
  await refuse(lesson, done, 'too-few-pictures');
  const begun = activity.from ? (await listOwn(lesson, [activity.from])).at(-1)?.prompt : '';
  for (const press of listPresses(lesson, step, begun)) {
    const attempt = await findAttempt(lesson);
    const [first] = activity.startFrom ? await listOwn(lesson, [activity.startFrom]) : [];
    const form: FormOf<'draw'> = { intent: 'draw', step: id, attempt, ...press };
    if (first) form.startPictureId = first.pictures[0]!.id;
    if (press.mask) form.mask = await drawBox(press.mask);
    if (press.control) form.control = await drawBox(press.control);
    if (first) {
      const theirs = await addRow(lesson, activity.startFrom!, classroom.classmate.id);
      const { id: startPictureId } = await db.picture.findFirstOrThrow({
        where: { generationId: theirs },
      });
      await expect(draw(lesson, { ...form, startPictureId })).rejects.toMatchObject({
        fault: 'not-your-picture',
      });
    }
    await draw(lesson, form);
    await expect(draw(lesson, form)).rejects.toMatchObject({ fault: 'replayed-form' });
    refusals.get(lesson.slug)!.add('replayed-form');
    await finishAll(activity.taught ? [await learnFrom(activity.taught - 1, id)] : []);
    if (activity.taught) {
      await refuse(lesson, done, 'too-few-pictures');
      await learnFrom(activity.taught, id);
    }
    const isDone = await answer(lesson, done).then(
      () => true,
      (error: unknown) => {
        if (error instanceof EvidenceError && error.fault !== 'already-answered') return false;
        throw error;
      },
    );
    if (isDone) return;
  }
  // The last refusal says what is missing.
  await answer(lesson, done);
}

/** Finds a fair pair, spoils it in each way, mends it again, and hands it in. */
async function compare(lesson: Lesson, step: Step): Promise<void> {
  const { activity, id } = step;
  if (activity?.kind !== 'compare') return;
  const own = await listOwn(lesson, activity.of);
  const sides = (one: (typeof own)[number]) =>
    own.filter((other) => sideKey(other) === sideKey(one)).map((other) => other.id);
  for (const left of own)
    for (const right of own) {
      if (left.id >= right.id) continue;
      const form = {
        intent: 'compare' as const,
        step: id,
        left: activity.seeds > 1 ? sides(left) : [left.id],
        right: activity.seeds > 1 ? sides(right) : [right.id],
      };
      const { guidance, seed, steps } = right;
      const spoil = async (
        data: Partial<Record<'guidance' | 'steps', number>> & { seed?: bigint },
        fault: EvidenceFault,
      ) => {
        await db.generation.update({ where: { id: right.id }, data });
        await refuse(lesson, form, fault);
        const mended = { guidance, seed, steps };
        await db.generation.update({ where: { id: right.id }, data: mended });
      };
      const fair = await findFault(lesson, form, true);
      if (fair) continue;
      const other = activity.changed === 'steps' ? { guidance: 7 } : { steps: 77 };
      await spoil(other, 'two-fields-changed');
      if (activity.changed !== 'seed') await spoil({ seed: 4711n }, 'other-seeds');
      const theirs = await addRow(lesson, activity.of[0]!, classroom.classmate.id);
      await refuse(lesson, { ...form, right: [theirs] }, 'not-your-picture');
      return answer(lesson, form);
    }
  throw new Error(`No pair of "${lesson.slug}" is a fair test of ${activity.changed}.`);
}

function sideKey({ prompt, modelId, concepts, steps, strength }: Own): string {
  return JSON.stringify([prompt, modelId, concepts, steps, strength]);
}

type Own = Awaited<ReturnType<typeof listOwn>>[number];

function listOwn(lesson: Lesson, stepIds: string[]) {
  return db.generation.findMany({
    where: {
      userId: classroom.student.id,
      lessonSlug: lesson.slug,
      stepId: { in: stepIds },
      state: 'finished',
    },
    orderBy: [{ createdAt: 'asc' }, { turn: 'asc' }],
    include: { pictures: true },
  });
}

const place = (lesson: Lesson) => ({
  user: classroom.student,
  classId: classroom.school.id,
  slug: lesson.slug,
});

/** Hands in; a second time, the same form is a replay. */
async function answer(lesson: Lesson, form: AnswerForm): Promise<void> {
  await submitStep({ ...place(lesson), form });
  if (form.intent !== 'read') await refuse(lesson, form, 'already-answered');
}

async function refuse(lesson: Lesson, form: AnswerForm, fault: EvidenceFault): Promise<void> {
  expect(await findFault(lesson, form, false)).toBe(fault);
  refusals.get(lesson.slug)!.add(fault);
}

/** Why a form is refused. One that would be taken is taken back where it is only tried. */
async function findFault(lesson: Lesson, form: AnswerForm, isTrial: boolean) {
  try {
    await submitStep({ ...place(lesson), form });
  } catch (error) {
    if (error instanceof EvidenceError) return error.fault;
    throw error;
  }
  if (isTrial)
    await db.stepEvidence.deleteMany({
      where: { stepId: form.step, progress: { userId: classroom.student.id } },
    });
  return null;
}

async function refuseDraw(lesson: Lesson, step: string, fault: EvidenceFault): Promise<void> {
  const attempt = await findAttempt(lesson);
  await expect(draw(lesson, { intent: 'draw', step, attempt })).rejects.toMatchObject({ fault });
  refusals.get(lesson.slug)!.add(fault);
}

const draw = (lesson: Lesson, form: FormOf<'draw'>) =>
  requestStepPictures({ ...place(lesson), form });

async function findAttempt({ slug }: Lesson): Promise<number> {
  const where = { userId: classroom.student.id, lessonSlug: slug };
  return (await db.lessonProgress.findFirst({ where }))?.attempts ?? 0;
}

/** Stands in for the worker: every open generation gets an approved picture, all grey. */
async function finishAll(concepts: ConceptRecord[]): Promise<void> {
  const open = await db.generation.findMany({ where: { state: 'waiting' } });
  for (const { id, widthPx, heightPx } of open) {
    const sha256 = await storeGrey(widthPx, heightPx);
    await db.generation.update({
      where: { id },
      data: {
        state: 'finished',
        modelHash: 'the model',
        concepts: concepts as object[],
        pictures: { create: approved(sha256, widthPx, heightPx) },
      },
    });
  }
}

/** A word of the student's that learns from so many pictures, and the version that it is drawn with. */
async function learnFrom(count: number, version: string): Promise<ConceptRecord> {
  const { student, school } = classroom;
  const word = { classId: school.id, userId: student.id, name: 'zorp' };
  const { id } = await db.concept.upsert({
    where: { classId_name: { classId: school.id, name: 'zorp' } },
    create: { ...word, kind: 'word', modelId: 'starter', startWord: '', steps: 1, seed: 1 },
    update: {},
  });
  const pictures = await db.picture.findMany({ where: { generation: { userId: student.id } } });
  while (pictures.length < count) {
    const generationId = await addRow({ slug: 'teach' } as Lesson, 'drawing');
    pictures.push(await db.picture.findFirstOrThrow({ where: { generationId } }));
  }
  await db.conceptPicture.deleteMany({ where: { conceptId: id } });
  await db.conceptPicture.createMany({
    data: pictures
      .slice(0, count)
      .map(({ id: pictureId }, position) => ({ conceptId: id, pictureId, position })),
  });
  return { conceptId: id, name: 'zorp', kind: 'word', sha256: version, strength: 1 };
}

function storeGrey(widthPx: number, heightPx: number): Promise<string> {
  const data = new Uint8Array(widthPx * heightPx * 3).fill(90);
  return encodePng({ widthPx, heightPx, data }).then(storeFile);
}

const approved = (sha256: string, widthPx: number, heightPx: number) => ({
  sha256,
  thumbSha256: sha256,
  bytes: 1,
  widthPx,
  heightPx,
  alt: 'grey',
  state: 'approved' as const,
});

/** A row of the log that came to be in another way, or is somebody else's. */
async function addRow(lesson: Lesson, stepId: string, userId = classroom.student.id) {
  const { id } = await db.generation.create({
    data: {
      classId: classroom.school.id,
      userId,
      lessonSlug: lesson.slug,
      stepId,
      state: 'finished',
      prompt: 'a house',
      changedFields: [],
      mode: 'text-to-image',
      dialect: 'classroom',
      parsedPrompt: [],
      seed: 5n,
      noiseSource: 'torch-cpu',
      steps: 20,
      guidance: 4,
      sampler: 'dpmpp-2m',
      schedule: 'default',
      widthPx: 128,
      heightPx: 128,
      modelId: 'starter',
      pictures: { create: approved(await storeGrey(128, 128), 128, 128) },
    },
  });
  return id;
}

/** White on black, another box for each name. */
async function drawBox(name: string): Promise<string> {
  const size = 20 + 10 * Number(/\d+$/.exec(name)?.[0] ?? 0);
  const data = new Uint8Array(128 * 128 * 3);
  for (let row = 20; row < 20 + size; row++)
    data.fill(255, (row * 128 + 20) * 3, (row * 128 + 20 + size) * 3);
  const png = await encodePng({ widthPx: 128, heightPx: 128, data });
  return `data:image/png;base64,${png.toString('base64')}`;
}
