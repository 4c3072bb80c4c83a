import { EngineError } from '../contract/errors.ts';
import type { StepProgress } from '../contract/result.ts';
import type { SessionClock } from '../runtime/session.ts';

/** What every stage of one run is given: how to report, when to stop, where time is added up. */
export interface RunContext {
  clock: SessionClock;
  signal: AbortSignal | undefined;
  onStep: ((progress: StepProgress) => void) | undefined;
}

/** Lets other work of the process run, and ends the run where it was cancelled meanwhile. */
export async function pause({ signal }: RunContext): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (signal?.aborted) throw new EngineError('cancelled', 'The picture was cancelled.');
}
