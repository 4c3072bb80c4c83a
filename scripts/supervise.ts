import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

const RESTART_DELAY_MS = 500;
const QUICK_DEATH_MS = 5_000;
const QUICK_DEATHS_ALLOWED = 5;

export interface Supervised {
  /** The process that runs now; a new one after each restart. */
  readonly child: ChildProcess;
  stop: () => Promise<void>;
}

interface SuperviseOptions {
  name: string;
  script: string;
  env: NodeJS.ProcessEnv;
  /** Further options of Node, before the script. */
  execArgv?: string[];
  /** Called when the process keeps dying right after its start. */
  onGiveUp: (name: string) => void;
}

/**
 * Runs a TypeScript program in a process of its own and starts it again whenever it dies. Resolves when
 * the program has first said that it is ready; rejects where it ends before that.
 */
export function supervise(options: SuperviseOptions): Promise<Supervised> {
  const { name, script, env, execArgv = [], onGiveUp } = options;
  return new Promise((resolve, reject) => {
    let stopping = false;
    let ready = false;
    let quickDeaths = 0;
    let child = launch();
    const supervised: Supervised = {
      get child() {
        return child;
      },
      stop: () =>
        new Promise((stopped) => {
          stopping = true;
          if (child.exitCode !== null || child.signalCode !== null) return stopped();
          child.once('exit', () => stopped());
          child.kill('SIGTERM');
        }),
    };

    function launch(): ChildProcess {
      const startedAt = Date.now();
      const process = fork(script, {
        execArgv: ['--import', 'tsx', ...execArgv],
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      process.on('message', (message) => {
        if (message !== 'ready') return;
        ready = true;
        resolve(supervised);
      });
      process.on('exit', () => {
        if (stopping) return;
        if (!ready) return reject(new Error(`The ${name} ended before it was ready.`));
        quickDeaths = Date.now() - startedAt < QUICK_DEATH_MS ? quickDeaths + 1 : 0;
        if (quickDeaths > QUICK_DEATHS_ALLOWED) return onGiveUp(name);
        setTimeout(() => {
          if (!stopping) child = launch();
        }, RESTART_DELAY_MS);
      });
      return process;
    }
  });
}
