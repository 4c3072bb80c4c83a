import { execFileSync } from 'node:child_process';

export const PYTHON = process.env.EASEL_PYTHON ?? 'python3';

/** Whether there is a Python here with these modules. */
export function hasPython(modules: string): boolean {
  try {
    execFileSync(PYTHON, ['-c', `import ${modules}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
