import { spawn } from 'node:child_process';

interface Run {
  code: number | null;
  said: string;
}

type Settings = Record<string, string>;

/** Runs one of Easel's commands as a person does, and returns what stood on the terminal. */
export function runCommand(
  command: 'backup' | 'restore' | 'verify-audit',
  args: string[],
  settings: Settings,
): Promise<Run> {
  return run(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...args], settings);
}

/** The same where no file may grow beyond `blocks` of 512 bytes: as good as a disk that is full. */
export function runWithSmallFiles(
  command: 'backup',
  args: string[],
  settings: Settings,
  blocks: number,
): Promise<Run> {
  const script = `ulimit -f ${blocks}; exec "$0" --import tsx scripts/${command}.ts "$@"`;
  return run('sh', ['-c', script, process.execPath, ...args], settings);
}

function run(program: string, args: string[], settings: Settings): Promise<Run> {
  const env = { ...process.env, ...settings };
  if (!settings.DATABASE_URL) delete env.DATABASE_URL;
  const child = spawn(program, args, { env });
  let said = '';
  const hear = (chunk: Buffer) => void (said += chunk);
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}
