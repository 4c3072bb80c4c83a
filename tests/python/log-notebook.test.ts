import '../database/own-database.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { exportLog } from '#app/features/log/export-log.server.ts';
import { createClassroom, createGeneration } from '../fixtures/classroom.ts';
import { hasPython } from './find-python.ts';
import { runNotebook } from './run-notebook.ts';

const NEEDS = 'pandas, pyarrow, matplotlib';
const isThere = hasPython(NEEDS);
if (!isThere) console.log(`There is no Python with ${NEEDS} here: the log's notebook is not run.`);

const folder = await mkdtemp(path.join(tmpdir(), 'easel-log-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it.skipIf(!isThere)(
  'reads a class’s log from Parquet and plots it, seeds exact',
  async () => {
    const { school, student, classmate, teacher } = await createClassroom();
    const made = [];
    for (const [user, prompt] of [
      [student, 'a house'],
      [student, 'a red house'],
      [classmate, '=2+3, a "castle"'],
    ] as const)
      made.push(
        await createGeneration({
          classId: school.id,
          userId: user.id,
          prompt,
          picture: { state: 'approved' },
        }),
      );
    await db.generation.update({
      where: { id: made[1]!.id },
      data: { seed: 2n ** 63n - 1n, parentId: made[0]!.id, changedFields: ['prompt'] },
    });
    const exercise = await db.exercise.create({
      data: { classId: school.id, teacherId: teacher.id, question: 'Which is calmer?' },
    });
    const [left, right] = made.map(({ pictures }) => pictures[0]!.id);
    await db.judgement.create({
      data: {
        exerciseId: exercise.id,
        userId: student.id,
        position: 0,
        leftId: left!,
        rightId: right!,
        verdict: 'left',
        judgedAt: new Date(),
      },
    });
    const log = exportLog({ teacherId: teacher.id, classId: school.id, format: 'parquet' });
    const file = path.join(folder, 'log.zip');
    await writeFile(file, new Uint8Array(await new Response(log).arrayBuffer()));
    const printed = await runNotebook('what_a_class_did.ipynb', {
      ...process.env,
      EASEL_LOG: file,
      MPLBACKEND: 'Agg',
      MPLCONFIGDIR: folder,
    });
    expect(printed).toContain('3 generations, 1 judgements, 0 explanations');
    expect(printed).toContain('students: 2');
    expect(printed).toContain(`largest seed: ${2n ** 63n - 1n}`);
    expect(printed).toContain('changed one thing at a time: 100% of 1');
  },
  120_000,
);
