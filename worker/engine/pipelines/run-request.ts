import type { GenerationRequest } from '../contract/request.ts';
import type { PromptPart } from '../prompt/prompt.ts';
import type { FolderSchedulerConfig } from '../samplers/scheduler-config.ts';

/** A checked request with what only the engine's own callers may set. */
export interface PipelineRequest extends GenerationRequest {
  /** A scheduler config in place of `sampler` and `schedule`. */
  scheduler?: FolderSchedulerConfig | undefined;
  /** Prompts that are parsed already, in place of the texts. */
  parts?: { prompt: PromptPart[]; negativePrompt: PromptPart[] } | undefined;
  /** How many chunks of 75 tokens of each prompt are read; all where it is missing. */
  maxChunks?: number | undefined;
}
