import type { GenerationRequest } from '../contract/request.ts';
import type { FolderSchedulerConfig } from '../samplers/scheduler-config.ts';

/** A checked request with what only the engine's own callers may set. */
export interface PipelineRequest extends GenerationRequest {
  /** A scheduler config in place of `sampler` and `schedule`. */
  scheduler?: FolderSchedulerConfig | undefined;
  /** How many chunks of 75 tokens of each prompt are read; all where it is missing. */
  maxChunks?: number | undefined;
}
