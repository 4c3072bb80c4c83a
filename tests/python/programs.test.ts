import '../database/own-database.ts';
import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { makeToken, openSite } from '../api/api-client.ts';
import { createClass } from '../database/people.ts';
import { killNow, startWorker } from '../queue/worker-process.ts';
import { hasPython, PYTHON } from './find-python.ts';
import { runNotebook } from './run-notebook.ts';

const run = promisify(execFile);
const isThere = hasPython('requests, PIL');
if (!isThere)
  console.log('There is no Python with requests and Pillow here: its programs are not run.');
// A build that is meant to prove something must not pass without them.
const isSkipped = !isThere && !process.env.CI;

describe.skipIf(isSkipped)('programs in Python', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  let worker: ChildProcess;
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    site = await openSite();
    worker = await startWorker();
    const room = await createClass({ students: 1 });
    await db.class.update({ where: { id: room.id }, data: { programsOn: true } });
    const token = await makeToken(room.students[0]!, room.id);
    folder = await mkdtemp(path.join(tmpdir(), 'easel-python-'));
    env = { ...process.env, EASEL_URL: site.url, EASEL_TOKEN: token, PYTHONDONTWRITEBYTECODE: '1' };
  }, 300_000);
  afterAll(async () => {
    await Promise.all([site?.close(), worker && killNow(worker)]);
    await rm(folder, { recursive: true, force: true });
  });

  it('draws a table on a sheet, names its bad row, and repeats it', async () => {
    const csv = path.join(folder, 'animals.csv');
    const sheet = path.join(folder, 'sheet.png');
    await writeFile(csv, 'animal,place\nred fox,in the snow\n,at night\nowl,on a hill\n');
    const script = 'docs/notebooks/pictures_from_a_table.py';
    const { stdout } = await run(PYTHON, [script, csv, 'a {animal}, {place}', sheet], { env });
    expect(stdout).toContain('row 2: “animal” is empty.');
    expect(stdout).toContain('2 pictures on');
    expect(stdout).toContain('2 of 2 are the same');
    expect((await stat(sheet)).size).toBeGreaterThan(1000);
  }, 120_000);

  it('runs each cell of the notebook', async () => {
    const stdout = await runNotebook('pictures_from_a_table.ipynb', env);
    expect(stdout).toContain('4 of 4 pictures are the same');
  }, 120_000);
});
