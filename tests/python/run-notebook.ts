import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PYTHON } from './find-python.ts';

const run = promisify(execFile);
const FOLDER = 'docs/notebooks';

/** Runs each code cell of a notebook in order, as one program, and answers with what it printed. */
export async function runNotebook(name: string, env: NodeJS.ProcessEnv): Promise<string> {
  const text = await readFile(`${FOLDER}/${name}`, 'utf8');
  const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
  const program = cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => source.join(''))
    .join('\n');
  const { stdout } = await run(PYTHON, ['-c', program], { env: { ...env, PYTHONPATH: FOLDER } });
  return stdout;
}
