import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { replySchema, type Reply } from './messages.ts';
import type { Picture, PictureReason, PictureScores } from './verdict.ts';

/** The gate could not judge; `reason` says in which way. */
export class GateFault extends Error {
  readonly reason: PictureReason;
  constructor(reason: PictureReason, detail?: string) {
    super(detail ?? reason);
    this.name = 'GateFault';
    this.reason = reason;
  }
}

export interface ClassifierProcess {
  /** Settles once the model answers; rejects with a GateFault where it never will. */
  ready: Promise<void>;
  isAlive(): boolean;
  /** Scores of one picture. One question at a time. Rejects with a GateFault only. */
  ask(picture: Picture, timeoutMs: number): Promise<PictureScores>;
  kill(): Promise<void>;
}

/** Starts the classifier in a process of its own, because it computes synchronously. */
export function startClassifierProcess(
  childPath: string,
  startTimeoutMs: number,
): ClassifierProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(childPath, {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let waiting: { settle(reply: Reply): void; fail(fault: GateFault): void } | null = null;
  let gone: GateFault | null = null;
  let lastId = 0;

  const leave = (detail: string): void => {
    gone ??= new GateFault('stopped', detail);
    waiting?.fail(gone);
  };
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      leave(`the picture gate's process ended (${signal ?? code})`);
      resolve();
    });
    child.once('error', (error) => {
      leave(error.message);
      if (child.pid === undefined) resolve();
    });
  });
  child.on('message', (message) => {
    const reply = replySchema.safeParse(message);
    if (reply.success) waiting?.settle(reply.data);
    else waiting?.fail(new GateFault('invalid-answer', "the picture gate's answer makes no sense"));
  });

  /** The next reply; a silence of `timeoutMs` or an ended process is a fault. */
  function nextReply(timeoutMs: number): Promise<Reply> {
    return new Promise<Reply>((resolve, reject) => {
      if (gone) return reject(gone);
      const timer = setTimeout(
        () => waiting?.fail(new GateFault('timeout', 'the picture gate took too long')),
        timeoutMs,
      );
      const done = (): void => {
        clearTimeout(timer);
        waiting = null;
      };
      waiting = {
        settle: (reply) => (done(), resolve(reply)),
        fail: (fault) => (done(), reject(fault)),
      };
    });
  }

  async function start(): Promise<void> {
    try {
      const reply = await nextReply(startTimeoutMs);
      if (reply.kind !== 'ready')
        throw new Error(reply.kind === 'not-ready' ? reply.detail : 'answered before it was ready');
    } catch (error) {
      throw new GateFault('not-started', error instanceof Error ? error.message : String(error));
    }
  }

  const ready = start();
  // A start that fails before anyone asks is told at the first question.
  ready.catch(() => {});

  return {
    ready,
    isAlive: () => gone === null,
    async ask(picture, timeoutMs) {
      const id = ++lastId;
      const answer = nextReply(timeoutMs);
      child.send({ id, picture }, (error) => error && leave(error.message));
      const reply = await answer;
      if (reply.kind === 'failed') throw new GateFault('failed', reply.detail);
      if (reply.kind !== 'scores' || reply.id !== id) throw new GateFault('invalid-answer');
      return reply.scores;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
