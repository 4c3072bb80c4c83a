import '#tests/database/own-database.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { exportClassLog } from './export-class-log.server.ts';
import { harmlessCell } from './harmless-cell.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

/** Reads RFC 4180 by its own rules, so that a fault of the writer is not hidden by its own reader. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...records] = rows.filter((row) => row.length > 1);
  return records.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

async function exportRows(teacherId = room.teacher.id) {
  const csv = exportClassLog({ teacherId, classId: room.school.id });
  return readCsv(await new Response(csv).text());
}

function make(options: Partial<Parameters<typeof createGeneration>[0]> = {}) {
  return createGeneration({ classId: room.school.id, userId: room.student.id, ...options });
}

describe('the log of a class', () => {
  it('has every field that decided a picture', async () => {
    const parent = await make();
    const { id } = await make({
      prompt: 'a cute, grey cat:0.7,\n"on" a beach',
      picture: { state: 'approved', sha256: 'b'.repeat(64) },
    });
    await db.generation.update({
      where: { id },
      data: {
        parentId: parent.id,
        changedFields: ['prompt', 'steps'],
        negativePrompt: 'hats',
        seed: 2n ** 63n - 1n,
        modelHash: 'c'.repeat(64),
        lessonSlug: 'be-specific',
        stepId: 'generate',
        pipelineMs: 812,
      },
    });
    const row = (await exportRows()).find((each) => each.generation_id === id);
    expect(row).toMatchObject({
      prompt: 'a cute, grey cat:0.7,\n"on" a beach',
      dialect: 'classroom',
      negative_prompt: 'hats',
      seed: '9223372036854775807',
      noise_source: 'torch-cpu',
      steps: '20',
      guidance: '4',
      sampler: 'dpmpp-2m',
      schedule: 'default',
      width_px: '128',
      height_px: '128',
      mode: 'text-to-image',
      model_id: 'starter',
      model_hash: 'c'.repeat(64),
      parent_id: parent.id,
      changed_fields: 'prompt steps',
      picture_sha256: 'b'.repeat(64),
      picture_state: 'approved',
      state: 'finished',
      lesson: 'be-specific',
      lesson_step: 'generate',
      pipeline_ms: '812',
    });
    expect(JSON.parse(row!.parsed_prompt!)).toEqual([
      { text: 'a cute, grey cat:0.7,\n"on" a beach', weight: 1 },
    ]);
    expect(new Date(row!.created_at!).getTime()).not.toBeNaN();
  });

  it('names students by a pseudonym that differs in each export', async () => {
    await make();
    await make();
    await make({ userId: room.classmate.id });
    const first = (await exportRows()).map(({ student }) => student);
    const second = (await exportRows()).map(({ student }) => student);
    expect(new Set(first).size).toBe(2);
    expect(first.filter((name) => second.includes(name))).toEqual([]);
    expect(JSON.stringify(await exportRows())).not.toContain(room.student.id);
    expect(JSON.stringify(await exportRows())).not.toContain(room.student.username);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '=HYPERLINK("http://x","y")'])(
    'makes %j harmless in a prompt',
    async (prompt) => {
      await make({ prompt });
      const [row] = await exportRows();
      expect(row?.prompt).toBe(`'${prompt}`);
    },
  );

  it('leaves ordinary text alone', () => {
    for (const text of ['a red house', 'x = y', '(cat:1.2)', '', 'a-b'])
      expect(harmlessCell(text)).toBe(text);
  });

  it('names no picture that is held or removed', async () => {
    await make({ state: 'held', picture: { state: 'held', sha256: 'd'.repeat(64) } });
    await make({ picture: { state: 'removed', sha256: 'e'.repeat(64) } });
    const text = JSON.stringify(await exportRows());
    expect(text).not.toContain('d'.repeat(64));
    expect(text).not.toContain('e'.repeat(64));
    expect(text).toContain('held');
  });

  it('has all rows of this class in order, over many batches, and none of another', async () => {
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
    const rows = await exportRows();
    expect(rows).toHaveLength(1203);
    expect(new Set(rows.map(({ generation_id }) => generation_id)).size).toBe(1203);
    const times = rows.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted());
    expect(await exportRows(other.teacher.id)).toEqual([]);
  });
});
