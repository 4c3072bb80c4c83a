import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { inferenceReplySchema } from './messages.ts';
import type { InferenceAsk, InferenceReply, MadePicture } from './messages.ts';

/** The process ended, hung or made no sense while it worked on this picture: try again. */
export class InferenceLost extends Error {
  override name = 'InferenceLost';
}

/** The engine refused or failed, with a sentence for the student. */
export class InferenceFailed extends Error {
  override name = 'InferenceFailed';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface GenerateOptions {
  modelId: string;
  request: GenerationRequest;
  onStep: (progress: { step: number; steps: number; previewPng?: Uint8Array | undefined }) => void;
  signal: AbortSignal;
}

export interface Inference {
  /**
   * Makes one picture. Rejects with InferenceFailed (also where it was cancelled), or with InferenceLost.
   */
  generate(options: GenerateOptions): Promise<MadePicture>;
  /** The process that computes now. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

interface Pending {
  onStep: GenerateOptions['onStep'];
  resolve: (picture: MadePicture) => void;
  reject: (error: Error) => void;
  silence: NodeJS.Timeout | undefined;
}

/** A large model on a slow machine takes seconds a step, and its load takes longer. */
const SILENCE_TIMEOUT_MS = 180_000;

/**
 * Starts the engine in a process of its own: onnxruntime computes on the thread that calls it, which would
 * stop the worker from renewing its locks. A process that dies is started again at the next picture.
 */
export function startInference(
  options: { childPath?: string; silenceTimeoutMs?: number } = {},
): Inference {
  const {
    childPath = fileURLToPath(new URL('./inference-main.ts', import.meta.url)),
    silenceTimeoutMs = SILENCE_TIMEOUT_MS,
  } = options;
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let child = launch();

  function launch(): ChildProcess {
    const started = fork(childPath, {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', (message) => {
      const reply = inferenceReplySchema.safeParse(message);
      if (reply.success) hear(reply.data);
      else started.kill('SIGKILL');
    });
    const lose = () => {
      if (child !== started) return;
      for (const id of [...pending.keys()])
        settle(id)?.reject(new InferenceLost('The inference process ended.'));
    };
    started.on('exit', lose);
    started.on('error', lose);
    return started;
  }

  function hear(reply: InferenceReply): void {
    if (reply.kind === 'ready') return;
    if (reply.kind === 'step') {
      restartSilence(reply.id);
      pending.get(reply.id)?.onStep(reply);
      return;
    }
    const waiting = settle(reply.id);
    if (reply.kind === 'made') waiting?.resolve(reply.picture);
    else waiting?.reject(new InferenceFailed(reply.code, reply.message));
  }

  function settle(id: number): Pending | undefined {
    const waiting = pending.get(id);
    clearTimeout(waiting?.silence);
    pending.delete(id);
    // Pictures are made one after another: the next one's silence counts from here.
    for (const other of pending.keys()) restartSilence(other);
    return waiting;
  }

  function restartSilence(id: number): void {
    const waiting = pending.get(id);
    if (!waiting) return;
    clearTimeout(waiting.silence);
    waiting.silence = setTimeout(() => child.kill('SIGKILL'), silenceTimeoutMs);
  }

  function send(ask: InferenceAsk): void {
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) child = launch();
    // A failed send is followed by the process's exit, which settles what is pending.
    child.send(ask, () => {});
  }

  return {
    get pid() {
      return child.pid;
    },
    generate({ modelId, request, onStep, signal }) {
      const id = ++lastId;
      const cancel = () => send({ kind: 'cancel', id });
      return new Promise<MadePicture>((resolve, reject) => {
        if (signal.aborted) return reject(new InferenceFailed('cancelled', 'Cancelled.'));
        pending.set(id, { onStep, resolve, reject, silence: undefined });
        restartSilence(id);
        signal.addEventListener('abort', cancel, { once: true });
        send({ kind: 'generate', id, modelId, request });
      }).finally(() => signal.removeEventListener('abort', cancel));
    },
    async close() {
      const ended = child;
      if (ended.exitCode !== null || ended.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        ended.once('exit', () => resolve());
        ended.kill('SIGKILL');
      });
    },
  };
}
