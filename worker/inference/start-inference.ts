import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import type { GenerationRequest, RgbImage } from '#worker/engine/contract/request.ts';
import { NOTHING_ADDED, inferenceReplySchema } from './messages.ts';
import type {
  InferenceAsk,
  InferenceReply,
  MadePicture,
  ModelAdditions,
  TrainingNews,
} from './messages.ts';
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
  onStep: (progress: { step: number; steps: number; previewPng?: Uint8Array | undefined }) => void;
  signal: AbortSignal;
}

interface EnlargeOptions {
  /** The folder's name of the model that enlarges. */
  upscaler: string;
  image: RgbImage;
  /** The size that comes out. */
  widthPx: number;
  heightPx: number;
}

interface TrainOptions {
  modelId: string;
  plan: TrainingPlan;
  from?: Uint8Array | undefined;
  onStep: (progress: { step: number; loss: number }) => void;
  onCheckpoint: (news: TrainingNews) => void;
  signal: AbortSignal;
}

export interface Inference {
  /**
   * Makes one picture. Rejects with InferenceFailed (also where it was cancelled), or with InferenceLost.
   */
  generate(options: GenerateOptions): Promise<MadePicture>;
  /** Makes a picture larger; rejects as `generate` does. */
  enlarge(options: EnlargeOptions): Promise<MadePicture>;
  /** Trains a word or a style between the pictures; rejects as `generate` does. */
  train(options: TrainOptions): Promise<void>;
  /** The process that computes now. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

interface Pending {
  /** Takes news on the way, and the end; true where it is over. */
  hear: (reply: InferenceReply) => boolean;
  reject: (error: Error) => void;
  /** Of the inference process's room; a training takes none. */
  share: number;
}

type Ask = InferenceAsk extends infer T ? (T extends unknown ? Omit<T, 'id'> : never) : never;

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
    if (reply.kind === 'failed')
      settle(reply.id)?.reject(new InferenceFailed(reply.code, reply.message));
    else if (pending.get(reply.id)?.hear(reply)) settle(reply.id);
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
    const shares = [...pending.values()].map(({ share }) => share).filter((share) => share > 0);
    if (shares.length > 0) onRoom?.(Math.floor(1 / Math.max(...shares)));
  }

  function send(ask: InferenceAsk): void {
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) child = launch();
    // A failed send is followed by the process's exit, which settles what is pending.
    child.send(ask, () => {});
  }

  /** Sends an ask and hears its replies until one of them is the last. */
  function request<T>(
    ask: Ask,
    share: number,
    signal: AbortSignal | undefined,
    hearInto: (resolve: (value: T) => void) => Pending['hear'],
  ): Promise<T> {
    const id = ++lastId;
    const cancel = () => send({ kind: 'cancel', id });
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(new InferenceFailed('cancelled', 'Cancelled.'));
      pending.set(id, { hear: hearInto(resolve), reject, share });
      restartSilence();
      tellRoom();
      signal?.addEventListener('abort', cancel, { once: true });
      send({ ...ask, id } as InferenceAsk);
    }).finally(() => signal?.removeEventListener('abort', cancel));
  }

  return {
    get pid() {
      return child.pid;
    },
    generate({ onStep, signal, additions = NOTHING_ADDED, ...rest }) {
      const ask: Ask = { kind: 'generate', additions, ...rest };
      return request<MadePicture>(ask, shareOfRoom(rest.request), signal, (resolve) => (reply) => {
        if (reply.kind === 'step') onStep(reply);
        if (reply.kind === 'made') resolve(reply.picture);
        return reply.kind === 'made';
      });
    },
    enlarge(options) {
      const ask: Ask = { kind: 'enlarge', ...options };
      return request<MadePicture>(ask, shareOfRoom(options), undefined, (resolve) => (reply) => {
        if (reply.kind === 'made') resolve(reply.picture);
        return reply.kind === 'made';
      });
    },
    train({ onStep, onCheckpoint, signal, ...rest }) {
      return request<void>({ kind: 'train', ...rest }, 0, signal, (resolve) => (reply) => {
        if (reply.kind === 'learning') onStep(reply);
        if (reply.kind === 'checkpoint') onCheckpoint(reply.news);
        if (reply.kind === 'taught') resolve();
        return reply.kind === 'taught';
      });
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
