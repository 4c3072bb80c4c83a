import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFUSALS, runRefusal } from './refusals.ts';
import { writeBadFiles } from './write-bad-files.ts';

const MOST_MIB = 400;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'easel-refusals-'));
  await writeBadFiles(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test.each(REFUSALS)('$title: one sentence, little memory', async (refusal) => {
  const { status, stderr, peakMiB } = await runRefusal(refusal, dir);
  expect(status).toBe(1);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(stderr).toContain(refusal.names);
  expect(peakMiB).toBeLessThan(MOST_MIB);
});
