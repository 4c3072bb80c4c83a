import type { GenerationBody } from '#app/features/api/generation-body.ts';
import { generationBodySchema, MOST_AT_ONCE } from '#app/features/api/generation-body.ts';
import { BadRequest, faultsOf } from '#app/features/api/bad-request.ts';
import { findSamplerByName, findScheduleByName } from '#app/features/pictures/sampler-names.ts';
import type { StudioModel } from '#app/features/studio/find-models.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { NotInEasel } from './webui-error.server.ts';
import type { Txt2imgBody } from './webui-body.ts';

/** WebUI's words for the model's own noise curve. */
const OWN_SCHEDULES = ['', 'automatic', 'uniform'];
const WEBUI_SIDE_PX = 512;

/**
 * A request of a WebUI client as the API's. Throws a UserError where it asks for what Easel has not: another
 * sampler, scripts, variations of a seed, restored faces.
 */
export function readWebuiRequest(body: Txt2imgBody, model: StudioModel): GenerationBody {
  refuseMissing(body);
  const count = (body.batch_size ?? 1) * (body.n_iter ?? 1);
  if (count > MOST_AT_ONCE) throw new UserError(`At most ${MOST_AT_ONCE} pictures at once.`);
  const side = (px: number | null | undefined) => px ?? Math.min(model.sidePx, WEBUI_SIDE_PX);
  const result = generationBodySchema.safeParse({
    prompt: body.prompt,
    negativePrompt: body.negative_prompt ?? '',
    dialect: 'webui',
    count,
    seed: body.seed,
    steps: body.steps ?? undefined,
    guidance: body.cfg_scale ?? undefined,
    ...readSampler(body),
    widthPx: side(body.width),
    heightPx: side(body.height),
    modelId: model.id,
    ...(body.enable_hr && {
      hiresScale: body.hr_scale ?? 2,
      hiresStrength: body.denoising_strength ?? 0.7,
    }),
  });
  if (!result.success) throw new BadRequest(faultsOf(result.error));
  return result.data;
}

function readSampler({ sampler_name, sampler_index, scheduler }: Txt2imgBody) {
  const name = sampler_name ?? sampler_index;
  const [, base = name, joined] = /^(.*) (karras|exponential)$/i.exec(name ?? '') ?? [];
  const sampler = base ? findSamplerByName(base) : undefined;
  if (base && !sampler) throw new UserError(`Sampler not found: ${base}`, { status: 404 });
  const curve = joined ?? scheduler ?? '';
  if (OWN_SCHEDULES.includes(curve.toLowerCase())) return { sampler };
  const schedule = findScheduleByName(curve);
  if (!schedule) throw new UserError(`Scheduler not found: ${curve}`, { status: 404 });
  return { sampler, schedule };
}

function refuseMissing(body: Txt2imgBody): void {
  if (body.script_name) throw new NotInEasel('scripts');
  const scripts = Object.entries(body.alwayson_scripts ?? {}).filter(([, script]) =>
    isUsed(script),
  );
  if (scripts[0]) throw new NotInEasel(`script “${scripts[0][0]}”`);
  if (body.subseed_strength) throw new NotInEasel('variations of a seed in this API');
  if (body.restore_faces) throw new NotInEasel('model that restores faces');
  if (body.tiling) throw new NotInEasel('tiling');
  if (body.styles?.length) throw new NotInEasel('saved styles');
}

/** Clients send the scripts that they know, switched off. */
function isUsed(script: unknown): boolean {
  const args = (script as { args?: unknown } | null)?.args;
  return Array.isArray(args) && args.length > 0 && args[0] !== false;
}
