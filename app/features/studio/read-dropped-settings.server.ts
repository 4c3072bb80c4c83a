import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { readUpload } from '#app/features/pictures/read-upload.server.ts';
import { findSamplerByName, findScheduleByName } from '#app/features/pictures/sampler-names.ts';
import { UserError } from '#app/platform/user-error.ts';
import { readPictureSettings } from '#worker/engine/metadata/read-picture-settings.ts';
import type { PictureSettings } from '#worker/engine/metadata/settings.ts';
import { PROMPT_DIALECT } from '#worker/engine/metadata/settings.ts';
import type { Draft } from './draft.ts';
import { findModels } from './find-models.server.ts';
import type { StudioModel } from './find-models.server.ts';

export interface DroppedSettings {
  /** What goes into the form. */
  changes: Partial<Draft>;
  /** What the picture says besides and the form can't take, as `Name: value`. */
  left: string[];
}

/** The most lines that are said of what is left out; a file may name thousands. */
const MOST_LEFT = 12;
const LONGEST_LEFT = 80;

/**
 * Reads the settings out of a picture that Easel, WebUI or ComfyUI made, for the studio's form. Throws a UserError
 * where the bytes are no picture that may be uploaded, or carry no settings.
 */
export async function readDroppedSettings(bytes: Uint8Array): Promise<DroppedSettings> {
  await readUpload(bytes);
  const settings = readPictureSettings(bytes);
  if (!settings)
    throw new UserError(
      'This picture carries no settings. Pictures lose them when they are sent by chat or saved from a page.',
    );
  return fitToForm(settings, await findModels());
}

/** Each setting on its own: one that the form can't take doesn't spoil the others. */
function fitToForm(settings: PictureSettings, models: StudioModel[]): DroppedSettings {
  const { widthPx, heightPx, extra = new Map<string, string>() } = settings;
  const changes: Partial<Draft> = { parentId: '' };
  const left: string[] = [];
  const take = (field: keyof Draft & FormField, name: string, told: unknown, value: unknown) => {
    if (told === undefined) return;
    const fits = value !== undefined && generationFormSchema.shape[field].safeParse(value).success;
    if (fits) changes[field] = String(value);
    else left.push(`${name}: ${String(told)}`);
  };
  const takeAsIs = (field: keyof Draft & FormField, name: string, told: unknown) =>
    take(field, name, told, told);
  takeAsIs('dialect', PROMPT_DIALECT, extra.get(PROMPT_DIALECT) ?? 'webui');
  takeAsIs('prompt', 'Prompt', settings.prompt);
  takeAsIs('negativePrompt', 'Negative prompt', settings.negativePrompt);
  takeAsIs('seed', 'Seed', settings.seed?.toString());
  takeAsIs('steps', 'Steps', settings.steps);
  takeAsIs('guidance', 'Guidance', settings.guidance);
  take('sampler', 'Sampler', settings.sampler, findSamplerByName(settings.sampler));
  take('schedule', 'Noise schedule', settings.schedule, findScheduleByName(settings.schedule));
  takeAsIs('size', 'Size', widthPx && heightPx ? `${widthPx}x${heightPx}` : undefined);
  take('modelId', 'Model', settings.model, findModel(settings.model, models));
  if (settings.strength !== undefined) left.push(`Strength: ${settings.strength}`);
  if (settings.clipSkip !== undefined) left.push(`Clip skip: ${settings.clipSkip}`);
  for (const [name, value] of extra) if (name !== PROMPT_DIALECT) left.push(`${name}: ${value}`);
  return { changes, left: left.slice(0, MOST_LEFT).map(shorten) };
}

type FormField = keyof typeof generationFormSchema.shape;

function findModel(name: string | undefined, models: StudioModel[]): string | undefined {
  return models.find((model) => model.id === name || model.name === name)?.id;
}

function shorten(line: string): string {
  return line.length > LONGEST_LEFT ? `${line.slice(0, LONGEST_LEFT)} …` : line;
}
