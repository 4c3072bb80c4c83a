import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { NOTHING_ADDED, inferenceReplySchema } from './messages.ts';
import type { InferenceAsk, InferenceReply, MadePicture, ModelAdditions } from './messages.ts';
import { shareOfRoom } from './share-of-room.ts';

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
  /** What is merged into the model before it draws. */
  additions?: ModelAdditions;
  request: GenerationRequest;
  /** `modelId` names an upscaler, which enlarges the request's start picture. */
  enlarges?: boolean;
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
  share: number;
}

/** A large model on a slow machine takes seconds a step, and its load takes longer. */
const SILENCE_TIMEOUT_MS = 180_000;

export interface InferenceOptions {
  childPath?: string;
  silenceTimeoutMs?: number;
  /** Told how many pictures of the largest size in flight are drawn at once, whenever that may change. */
  onRoom?: (pictures: number) => void;
}

/**
 * Starts the engine in a process of its own: onnxruntime computes on the thread that calls it, which would
 * stop the worker from renewing its locks. A process that dies is started again at the next picture.
 */
export function startInference(options: InferenceOptions = {}): Inference {
  const {
    childPath = fileURLToPath(new URL('./inference-main.ts', import.meta.url)),
    silenceTimeoutMs = SILENCE_TIMEOUT_MS,
    onRoom,
  } = options;
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let silence: NodeJS.Timeout | undefined;
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
    restartSilence();
    if (reply.kind === 'ready') return;
    if (reply.kind === 'step') {
      pending.get(reply.id)?.onStep(reply);
      return;
    }
    const waiting = settle(reply.id);
    if (reply.kind === 'made') waiting?.resolve(reply.picture);
    else waiting?.reject(new InferenceFailed(reply.code, reply.message));
  }

  function settle(id: number): Pending | undefined {
    const waiting = pending.get(id);
    pending.delete(id);
    restartSilence();
    tellRoom();
    return waiting;
  }

  /** All pictures are computed by one thread: news of one says that the process goes on. */
  function restartSilence(): void {
    clearTimeout(silence);
    if (pending.size === 0) return;
    silence = setTimeout(() => child.kill('SIGKILL'), silenceTimeoutMs);
  }

  function tellRoom(): void {
    const shares = [...pending.values()].map(({ share }) => share);
    if (shares.length > 0) onRoom?.(Math.floor(1 / Math.max(...shares)));
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
    generate(options) {
      const { modelId, additions = NOTHING_ADDED, request, onStep, signal } = options;
      const { enlarges = false } = options;
      const id = ++lastId;
      const cancel = () => send({ kind: 'cancel', id });
      return new Promise<MadePicture>((resolve, reject) => {
        if (signal.aborted) return reject(new InferenceFailed('cancelled', 'Cancelled.'));
        pending.set(id, { onStep, resolve, reject, share: shareOfRoom(request) });
        restartSilence();
        tellRoom();
        signal.addEventListener('abort', cancel, { once: true });
        send({ kind: 'generate', id, modelId, additions, request, enlarges });
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
