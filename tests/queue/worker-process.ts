import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Starts the real worker on this test file's database; resolves when it takes jobs. */
export function startWorker(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const worker = fork('worker/main.ts', {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    worker.once('message', () => resolve(worker));
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)));
  });
}

/** Kills a process at once and waits until it is gone. */
export function killNow(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
