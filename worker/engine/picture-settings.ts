import type { GenerationRequest, TextToImageRequest } from './contract/request.ts';
import { PROMPT_DIALECT, formatSettings } from './metadata/settings.ts';
import type { Model } from './runtime/model.ts';
import { webuiSamplerName } from './samplers/registry.ts';

/**
 * A picture's settings as infotext, under the names that WebUI and others read.
 *
 * @param seed the seed of the one picture that the text goes into
 */
export function pictureSettings(
  model: Model,
  request: TextToImageRequest | GenerationRequest,
  seed: bigint,
): string {
  const { prompt, negativePrompt, steps, guidance, widthPx, heightPx, sampler, schedule } = request;
  const start = 'start' in request ? request.start : undefined;
  const clipSkip = 'clipSkip' in request ? request.clipSkip : undefined;
  return formatSettings({
    prompt,
    negativePrompt,
    steps,
    guidance,
    seed,
    widthPx,
    heightPx,
    ...(sampler && { sampler: webuiSamplerName(sampler) }),
    ...(schedule !== 'default' && { schedule: schedule[0]!.toUpperCase() + schedule.slice(1) }),
    modelHash: model.hash.slice(0, 10),
    model: model.name,
    ...(start && { strength: start.strength }),
    ...(clipSkip && { clipSkip }),
    extra: new Map([[PROMPT_DIALECT, request.dialect]]),
  });
}
