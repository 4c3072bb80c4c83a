import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { checkPrompts } from '#worker/moderation/check-prompts.ts';
import { findRules } from './find-rules.server.ts';
import { replayRules } from './replay-rules.server.ts';
import { layerOf, rulesFormSchema } from './rules-form.ts';
import { saveRules } from './save-rules.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  await db.schoolRules.deleteMany();
  room = await createClassroom();
});

const form = (fields: object) => rulesFormSchema.parse({ intent: 'save', ...fields });

function save(fields: object, teacherId = room.teacher.id) {
  return saveRules({ teacherId, classId: room.school.id, form: form(fields) });
}

const rules = (lessonSlug: string | null = null) =>
  findRules({ classId: room.school.id, lessonSlug });
const decide = async (prompt: string, lessonSlug: string | null = null) =>
  checkPrompts({ prompt, negativePrompt: '' }, await rules(lessonSlug)).decision;

describe('the rules of a class', () => {
  it('are Easel’s until a teacher says otherwise', async () => {
    expect(await decide('the murder of Caesar')).toBe('allow');
    expect(await decide('a nude by Rodin')).toBe('block');
    expect((await rules()).bounds).toEqual({ porn: 0.6, hentai: 0.5, sexy: 0.6 });
  });

  it('are stricter for one class alone', async () => {
    await save({ strictness: 'strict', pictures: 'strict' });
    expect(await decide('the murder of Caesar')).toBe('block');
    expect((await rules()).bounds.sexy).toBe(0.3);
    const other = await createClassroom();
    const theirs = await findRules({ classId: other.school.id, lessonSlug: null });
    expect(theirs.strictness).toBe('standard');
  });

  it('let words and skin pass in one lesson, and nowhere else', async () => {
    await save({ lessonSlug: 'art', allowedWords: 'nude, nudes', pictures: 'eased' });
    expect(await decide('a nude by Rodin', 'art')).toBe('allow');
    expect(await decide('a nude by Rodin', 'other')).toBe('block');
    expect(await decide('a nude by Rodin')).toBe('block');
    expect((await rules('art')).bounds.sexy).toBe(0.9);
    expect((await rules('art')).bounds.porn).toBe(0.6);
  });

  it('never go further than the school lets them', async () => {
    await db.schoolRules.create({
      data: { strictness: 'strict', pornBound: 0.4, hentaiBound: 0.4, sexyBound: 0.5 },
    });
    await save({ strictness: 'standard', pictures: 'eased' });
    expect(await rules()).toMatchObject({
      strictness: 'strict',
      bounds: { porn: 0.4, hentai: 0.4, sexy: 0.5 },
    });
  });

  it('are for teachers of the class', async () => {
    const other = await createClassroom();
    for (const { id } of [other.teacher, room.student])
      await expect(save({ strictness: 'strict' }, id)).rejects.toMatchObject({ status: 404 });
  });

  it.each(['x', 'a1b2', 'w'.repeat(41), '<script>'])('refuse “%s” as a word', (word) => {
    expect(rulesFormSchema.safeParse({ intent: 'save', allowedWords: word }).success).toBe(false);
  });
});

describe('the replay', () => {
  const scores = { drawing: 0.2, hentai: 0.01, neutral: 0.08, porn: 0.01, sexy: 0.7 };

  async function make(
    prompt: string,
    verdicts: { gate: string; decision: string; scores?: object }[],
  ) {
    const { id } = await createGeneration({
      classId: room.school.id,
      userId: room.student.id,
      modelId: 'sd-1.5',
      prompt,
      picture: { state: 'approved' },
    });
    for (const verdict of verdicts)
      await db.verdict.create({
        data: { generationId: id, attempt: 1, reason: '', scores: {}, ...verdict },
      });
    return id;
  }

  const replay = (fields?: object) => {
    const draft = fields && { lessonSlug: '', layer: layerOf(form(fields)) };
    return replayRules({
      teacherId: room.teacher.id,
      classId: room.school.id,
      ...(draft && { draft }),
    });
  };

  it('shows what other rules decide otherwise, and changes nothing', async () => {
    const words = { gate: 'words', decision: 'allow' };
    const murder = await make('the murder of Caesar', [words, { gate: 'g', decision: 'pass' }]);
    const held = await make('a statue', [words, { gate: 'g', decision: 'hold', scores }]);
    const fault = await make('a gate that fell over', [words, { gate: 'g', decision: 'hold' }]);
    await make('a cat', [
      words,
      { gate: 'g', decision: 'pass', scores: { ...scores, sexy: 0.1, neutral: 0.68 } },
    ]);
    expect(await replay()).toMatchObject({ read: 4, differences: [] });
    const { differences } = await replay({ strictness: 'strict', pictures: 'eased' });
    expect(
      differences.map(({ generationId, was, now }) => [generationId, was, now]).sort(),
    ).toEqual(
      [
        [murder, 'drawn and shown', 'blocked'],
        [held, 'held', 'drawn and shown'],
      ].sort(),
    );
    expect(differences.map(({ generationId }) => generationId)).not.toContain(fault);
    expect((await rules()).strictness).toBe('standard');
  });

  it('tells an old decision that a teacher has made since from one that stands by itself', async () => {
    await make('the murder of Caesar', [
      { gate: 'words', decision: 'block' },
      { gate: 'person', decision: 'approve' },
    ]);
    expect((await replay()).differences).toMatchObject([
      { was: 'blocked', now: 'drawn and shown', isDecidedByPerson: true },
    ]);
  });

  it('is empty for another class’s teacher', async () => {
    await make('the murder of Caesar', [{ gate: 'words', decision: 'block' }]);
    const other = await createClassroom();
    const { read } = await replayRules({ teacherId: other.teacher.id, classId: room.school.id });
    expect(read).toBe(0);
  });
});
