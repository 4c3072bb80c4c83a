import '#tests/database/own-database.ts';
import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { readLog } from '#tests/fixtures/read-log.ts';
import { exportLog } from './export-log.server.ts';
import { LOG_FORMATS } from './log-format.ts';
import type { LogFormat } from './log-format.ts';

const NASTY = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '=HYPERLINK("http://x","y")',
  '＝1',
  "'=1",
  "''+1",
  "'tis a cat",
  'a cute, grey cat:0.7,\n"on" a beach\r\nat noon',
  'café 🐈 \u202e end',
  '  spaces  ',
  'true',
  '0012',
  'null',
];

/** Of each table, the column in which the words above are looked for. */
const TEXTS = { generations: 'prompt', judgements: 'reason', explanations: 'words' };

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

function make(options: Partial<Parameters<typeof createGeneration>[0]> = {}) {
  return createGeneration({ classId: room.school.id, userId: room.student.id, ...options });
}

function readTable(table: string, format: LogFormat = 'jsonl') {
  return readLog({ teacherId: room.teacher.id, classId: room.school.id, format, table });
}

async function exportText(format: LogFormat = 'jsonl') {
  const rows = await Promise.all(Object.keys(TEXTS).map((table) => readTable(table, format)));
  return JSON.stringify(rows, writeBigInt);
}

async function answer(stepId: string, body: { kind: string } & Record<string, unknown>) {
  const key = { classId: room.school.id, userId: room.student.id, lessonSlug: 'be-specific' };
  const progress = await db.lessonProgress.upsert({
    where: { classId_userId_lessonSlug: key },
    create: { ...key, lessonHash: 'a'.repeat(64) },
    update: {},
  });
  return db.stepEvidence.create({
    data: { progressId: progress.id, stepId, kind: body.kind, body: body as object },
  });
}

async function judge(position: number, reason: string, [leftId, rightId]: [string, string]) {
  const key = {
    classId: room.school.id,
    teacherId: room.teacher.id,
    question: '=Which is calmer?',
  };
  const exercise =
    (await db.exercise.findFirst({ where: key })) ?? (await db.exercise.create({ data: key }));
  const verdicts = ['left', 'right', 'tie', 'bothBad'] as const;
  const verdict = position === 99 ? null : verdicts[position % 4]!;
  return db.judgement.create({
    data: {
      exerciseId: exercise.id,
      userId: room.student.id,
      position,
      leftId,
      rightId,
      verdict,
      reason,
      judgedAt: verdict && new Date(),
    },
  });
}

/** The ids of people and rows are new in each export: here each stands as the place where it came first. */
function withoutIds(rows: Record<string, unknown>[]) {
  const ids: string[] = [];
  const text = JSON.stringify(rows, writeBigInt).replaceAll(/"[0-9a-f]{16}"/g, (id) => {
    if (!ids.includes(id)) ids.push(id);
    return `"id ${ids.indexOf(id)}"`;
  });
  return JSON.parse(text) as Record<string, unknown>[];
}

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

async function unzipLog() {
  const zip = await new Response(
    exportLog({ teacherId: room.teacher.id, classId: room.school.id, format: 'jsonl' }),
  ).arrayBuffer();
  return unzipSync(new Uint8Array(zip));
}

describe('the log of a class', () => {
  it('holds the same rows in CSV, JSONL and Parquet', async () => {
    const parent = await make({ picture: { state: 'approved', sha256: 'b'.repeat(64) } });
    for (const [index, prompt] of NASTY.entries()) {
      const { id, pictures } = await make({
        prompt,
        parentId: index % 2 ? parent.id : undefined,
        picture: { state: 'approved' },
      });
      await db.generation.update({
        where: { id },
        data: {
          seed: 2n ** 63n - 1n - BigInt(index),
          variationSeed: index % 3 ? null : 2n ** 63n - 1n,
          guidance: 0.1 + index / 3,
          strength: index % 2 ? 0.7 : null,
          negativePrompt: NASTY[NASTY.length - 1 - index]!,
          changedFields: ['prompt', 'steps'],
          isLive: index % 2 === 0,
          controls: [{ type: 'pose', sha256: 'c'.repeat(64), weight: 0.8, start: 0, end: 1 }],
          failure: index === 3 ? prompt : null,
          finishedAt: index % 2 ? new Date(1_790_000_000_123 + index) : null,
          pipelineMs: index,
        },
      });
      await judge(index, prompt, [parent.pictures[0]!.id, pictures[0]!.id]);
      await answer(`step-${index}`, { kind: 'explain', claim: prompt, generationIds: [id] });
    }
    // A pair that lies open in front of the student is no judgement yet.
    await judge(99, '', [parent.pictures[0]!.id, parent.pictures[0]!.id]);
    await answer('predict', { kind: 'predict', choice: 0, reason: '' });
    for (const [table, text] of Object.entries(TEXTS)) {
      const [csv, jsonl, parquet] = await Promise.all(
        LOG_FORMATS.map(async (format) => withoutIds(await readTable(table, format))),
      );
      expect(csv!.length).toBeGreaterThanOrEqual(NASTY.length);
      if (table === 'judgements') expect(csv).toHaveLength(NASTY.length);
      expect(jsonl).toEqual(csv);
      expect(parquet).toEqual(csv);
      expect(csv!.map((row) => row[text]).filter((text) => NASTY.includes(text as string))).toEqual(
        NASTY,
      );
    }
    const seeds = (await readTable('generations', 'parquet')).map(({ seed }) => seed);
    expect(seeds).toContain(2n ** 63n - 1n);
    expect(seeds).toContain(2n ** 63n - 2n);
  });

  it('writes a 64-bit seed as digits in a JSON string', async () => {
    const { id } = await make();
    await db.generation.update({ where: { id }, data: { seed: 2n ** 63n - 1n } });
    const files = await unzipLog();
    expect(Object.keys(files)).toContain('log-schema.md');
    expect(strFromU8(files['generations.jsonl']!)).toContain('"seed":"9223372036854775807"');
  });

  it('joins its tables by ids that hold within one export', async () => {
    const parent = await make();
    const child = await make({ parentId: parent.id });
    await answer('compare', {
      kind: 'compare',
      left: [parent.id],
      right: [child.id],
      changed: 'seed',
      sharedSeeds: [],
    });
    const files = await unzipLog();
    const read = (name: string) =>
      strFromU8(files[name]!)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>);
    const [first, second] = read('generations.jsonl');
    expect(second).toMatchObject({
      parent_id: first!.generation_id,
      participant: first!.participant,
    });
    expect(read('explanations.jsonl')).toMatchObject([
      {
        participant: first!.participant,
        generation_ids: [first!.generation_id],
        compared_with: [second!.generation_id],
        changed_field: 'seed',
      },
    ]);
  });

  it('names people and rows by ids that differ in each export', async () => {
    await make();
    await make();
    await make({ userId: room.classmate.id });
    await answer('explain', { kind: 'explain', claim: 'it is redder', generationIds: [] });
    const first = await readTable('generations');
    const second = await readTable('generations');
    const people = new Set(first.map(({ participant }) => participant));
    expect(people.size).toBe(2);
    for (const { participant, generation_id } of second) {
      expect(people).not.toContain(participant);
      expect(first.map((row) => row.generation_id)).not.toContain(generation_id);
    }
    for (const format of LOG_FORMATS) {
      const text = await exportText(format);
      for (const { id, username } of [room.student, room.classmate]) {
        expect(text).not.toContain(id);
        expect(text).not.toContain(username);
      }
    }
  });

  it('names no picture that is held or removed', async () => {
    await make({ state: 'held', picture: { state: 'held', sha256: 'd'.repeat(64) } });
    const removed = await make({ picture: { state: 'removed', sha256: 'e'.repeat(64) } });
    const { id } = await make();
    await db.generation.update({
      where: { id },
      data: { startPictureId: removed.pictures[0]!.id, startSha256: 'e'.repeat(64) },
    });
    const text = await exportText();
    expect(text).not.toContain('d'.repeat(64));
    expect(text).not.toContain('e'.repeat(64));
    expect(text).toContain('held');
  });

  it('has all rows of this class in order, over many pages, and none of another', async () => {
    const other = await createClassroom();
    await createGeneration({ classId: other.school.id, userId: other.student.id });
    const row = await db.generation.findFirstOrThrow();
    const at = Date.now() - 60_000;
    await db.generation.createMany({
      data: Array.from({ length: 1203 }, (_, i) => ({
        ...row,
        id: randomUUID(),
        parsedPrompt: [],
        controls: [],
        concepts: [],
        classId: room.school.id,
        userId: room.student.id,
        prompt: `picture ${i}`,
        // Some share a moment, so that the key's second half decides.
        createdAt: new Date(at + Math.floor(i / 7)),
      })),
    });
    const rows = await readTable('generations', 'parquet');
    expect(rows).toHaveLength(1203);
    expect(new Set(rows.map(({ prompt }) => prompt)).size).toBe(1203);
    const times = rows.map(({ created_at }) => created_at as number);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    room = { ...room, teacher: other.teacher };
    for (const format of LOG_FORMATS) expect(await readTable('generations', format)).toEqual([]);
  });
});
