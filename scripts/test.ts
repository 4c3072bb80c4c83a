import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './find-chromium.ts';

interface Count {
  passed: number;
  failed: number;
}

type Check = [title: string, command: string[]];

/** The slowest check, and those that take as long together and run beside it. */
const LINT: Check = ['lint', ['eslint', '.', '--max-warnings', '0']];
const BESIDE_LINT: Check[] = [
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types', ['tsc', '--noEmit']],
  [
    'rooms',
    [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      ...'app worker lessons models prisma scripts tests'.split(' '),
    ],
  ],
  ['dead code', ['knip']],
];

const KINDS: [title: string, path: RegExp][] = [
  ['conformance', /^tests\/conformance\//],
  ['faults', /^tests\/faults\//],
  ['load', /^tests\/load\//],
  ['queue', /^tests\/(queue|database)\//],
  ['programs', /^tests\/(api|tables|renders|python)\//],
  ['browser', /^tests\/browser\//],
  ['unit and feature', /./],
];

const only = process.argv.slice(2);
const counts = new Map<string, Count>();

if (only.length === 0) await Promise.all([checkAll([LINT]), checkAll(BESIDE_LINT)]);
await runVitest('vitest.config.ts', only);
if (findChromium()) await runVitest('vitest.browser.config.ts', only);
else skipBrowserTests();
report();

async function checkAll(checks: Check[]): Promise<void> {
  for (const [title, command] of checks) {
    const { code, said } = await npx(command, 'heard');
    console.log(`\n── ${title}\n${said}`);
    add('checks', code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
}

async function runVitest(config: string, filters: string[]): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'easel-report-'));
  const file = path.join(dir, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await npx([
    'vitest',
    'run',
    '--config',
    config,
    '--passWithNoTests',
    ...reporters,
    ...filters,
  ]);
  const text = await readFile(file, 'utf8').catch(() => '');
  await rm(dir, { recursive: true, force: true });
  const results = text === '' ? [] : (JSON.parse(text) as VitestReport).testResults;
  let failed = 0;
  for (const { name, status, assertionResults } of results) {
    const kind = kindOf(path.relative('.', name).replaceAll('\\', '/'));
    const count = { passed: 0, failed: 0 };
    for (const { status } of assertionResults) {
      if (status === 'passed') count.passed += 1;
      if (status === 'failed') count.failed += 1;
    }
    // A file that could not even be read has no tests to count.
    if (status === 'failed' && count.failed === 0) count.failed = 1;
    failed += count.failed;
    add(kind, count);
  }
  if (code !== 0 && failed === 0) add(`vitest (${config})`, { passed: 0, failed: 1 });
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

function kindOf(file: string): string {
  return KINDS.find(([, pattern]) => pattern.test(file))?.[0] ?? 'unit and feature';
}

function skipBrowserTests(): void {
  console.log('\nNo Chromium or Chrome is installed here, so the browser tests did not run.');
  // A build that is meant to prove something must not pass without them.
  if (process.env.CI) add('browser', { passed: 0, failed: 1 });
}

function add(kind: string, { passed, failed }: Count): void {
  const count = counts.get(kind) ?? { passed: 0, failed: 0 };
  counts.set(kind, { passed: count.passed + passed, failed: count.failed + failed });
}

function report(): void {
  const total = { passed: 0, failed: 0 };
  console.log('');
  for (const [kind, { passed, failed }] of counts) {
    console.log(
      `${kind.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`,
    );
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Runs a library's command; one that is `heard` says what it has to say at its end, in one piece. */
function npx(
  [name, ...args]: string[],
  output: 'shown' | 'heard' = 'shown',
): Promise<{ code: number; said: string }> {
  const bin = path.resolve(
    'node_modules',
    '.bin',
    process.platform === 'win32' ? `${name}.cmd` : name!,
  );
  return new Promise((resolve, reject) => {
    const stdio = output === 'shown' ? 'inherit' : 'pipe';
    const child = spawn(bin, args, { stdio, shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
