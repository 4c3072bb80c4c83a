import { EngineError } from '../contract/errors.ts';
import type { StepProgress } from '../contract/result.ts';
import type { SessionClock } from '../runtime/session.ts';

/** What every stage of one run is given: how to report, when to stop, where time is added up. */
export interface RunContext {
  clock: SessionClock;
  signal: AbortSignal | undefined;
  onStep: ((progress: StepProgress) => void) | undefined;
}

/** Ends the run where it was cancelled. @throws EngineError `cancelled`. */
export function endIfCancelled({ signal }: RunContext): void {
  if (signal?.aborted) throw new EngineError('cancelled', 'The picture was cancelled.');
}
