/** Prints the refusal table: each bad input, what `easel generate` said, and the most memory that it held. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REFUSALS, runRefusal } from './refusals.ts';
import { writeBadFiles } from './write-bad-files.ts';

const dir = await mkdtemp(path.join(tmpdir(), 'easel-refusals-'));
try {
  await writeBadFiles(dir);
  console.log('| input | what was printed | exit | peak (MiB) |');
  console.log('|---|---|---|---|');
  for (const refusal of REFUSALS) {
    const { stderr, status, peakMiB } = await runRefusal(refusal, dir);
    const printed = stderr.replaceAll('\n', ' / ');
    console.log(`| ${refusal.title} | ${printed} | ${status} | ${peakMiB.toFixed(0)} |`);
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
