import { fileURLToPath } from 'node:url';
import { GateFault, startClassifierProcess, type ClassifierProcess } from './classifier-process.ts';
import { meanScores, otherViews } from './second-look.ts';
import {
  DEFAULT_BOUNDS,
  judgeScores,
  pictureSchema,
  type Picture,
  type PictureBounds,
  type PictureScores,
  type PictureVerdict,
} from './verdict.ts';

export type { Picture, PictureReason, PictureScores, PictureVerdict } from './verdict.ts';

export interface PictureGate {
  /** Name and version, as they stand in every verdict. */
  readonly name: string;
  /**
   * Judges one picture; one that reaches a bound is looked at in three more views, and the mean
   * decides. Never rejects: whatever stops the gate from judging is a `hold` with its reason. Checks
   * run one after another; `timeoutMs` counts from the moment that this one runs, and once more from
   * the second look on.
   * `bounds` stand in the place of the gate's own.
   */
  check(
    picture: Picture,
    options?: { timeoutMs?: number; bounds?: PictureBounds },
  ): Promise<PictureVerdict>;
  /** Ends the gate's process; a check after it is held. */
  close(): Promise<void>;
}

export interface PictureGateOptions {
  /** From where on a picture is held, where a check brings no bounds of its own. */
  bounds?: PictureBounds;
  /** How long the model may take to load, 60 seconds unless told. */
  startTimeoutMs?: number;
  /** How long one picture may take, 10 seconds unless told; as long again where it is looked at again. */
  timeoutMs?: number;
  /** The file that the gate's process runs. */
  childPath?: string;
  /** Told of every fault, for the log; the fault holds no picture and no text. */
  onFault?: (fault: GateFault) => void;
}

const GATE_NAME = 'nsfwjs-mobilenet-v2@4.4.0+second-look';

/**
 * Starts the picture gate: nsfwjs in a process of its own, started again after a fault.
 * The model loads at once, so that the first picture need not wait for it.
 */
export function startPictureGate(options: PictureGateOptions = {}): PictureGate {
  const {
    bounds: usualBounds = DEFAULT_BOUNDS,
    startTimeoutMs = 60_000,
    timeoutMs: defaultTimeoutMs = 10_000,
    childPath = fileURLToPath(new URL('./classifier-main.ts', import.meta.url)),
    onFault = () => {},
  } = options;
  const launch = (): ClassifierProcess => startClassifierProcess(childPath, startTimeoutMs);
  let classifier = launch();
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function classify(picture: Picture, timeoutMs: number): Promise<PictureScores> {
    if (isClosed) throw new GateFault('closed');
    if (!classifier.isAlive()) classifier = launch();
    try {
      await classifier.ready;
      return await classifier.ask(picture, timeoutMs);
    } catch (error) {
      // Its state is unknown now: the next picture gets a new process.
      await classifier.kill();
      throw error;
    }
  }

  async function lookAgain(
    picture: Picture,
    first: PictureScores,
    timeoutMs: number,
  ): Promise<PictureScores> {
    const endMs = performance.now() + timeoutMs;
    const looks = [first];
    for (const view of await otherViews(picture))
      looks.push(await classify(view, endMs - performance.now()));
    return meanScores(looks);
  }

  async function judge(
    input: Picture,
    timeoutMs: number,
    bounds: PictureBounds,
  ): Promise<PictureVerdict> {
    const startedMs = performance.now();
    const elapsedMs = (): number => Math.round(performance.now() - startedMs);
    try {
      const picture = pictureSchema.safeParse(input);
      if (!picture.success) throw new GateFault('bad-picture');
      const first = await classify(picture.data, timeoutMs);
      const isClear = judgeScores(first, bounds) === 'clear';
      const scores = isClear ? first : await lookAgain(picture.data, first, timeoutMs);
      const reason = judgeScores(scores, bounds);
      const decision = reason === 'clear' ? 'pass' : 'hold';
      return { decision, scores, reason, gate: GATE_NAME, elapsedMs: elapsedMs() };
    } catch (error) {
      const fault = error instanceof GateFault ? error : new GateFault('failed', String(error));
      onFault(fault);
      const { reason } = fault;
      return { decision: 'hold', scores: null, reason, gate: GATE_NAME, elapsedMs: elapsedMs() };
    }
  }

  return {
    name: GATE_NAME,
    check(picture, { timeoutMs = defaultTimeoutMs, bounds = usualBounds } = {}) {
      const verdict = turn.then(() => judge(picture, timeoutMs, bounds));
      turn = verdict;
      return verdict;
    },
    async close() {
      isClosed = true;
      await classifier.kill();
    },
  };
}
