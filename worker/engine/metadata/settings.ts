import { formatInfotext } from './infotext.ts';
import type { Infotext } from './infotext.ts';

/** A picture's settings as infotext names them; what a picture doesn't tell is undefined. */
export interface PictureSettings {
  prompt: string;
  negativePrompt: string;
  steps?: number;
  /** WebUI's name, such as `DPM++ 2M`. */
  sampler?: string;
  /** WebUI's name of the noise curve, such as `Karras`; undefined for the model's own. */
  schedule?: string;
  guidance?: number;
  seed?: bigint;
  widthPx?: number;
  heightPx?: number;
  modelHash?: string;
  model?: string;
  strength?: number;
  clipSkip?: number;
  /** Further parameters by WebUI's names, or our own. */
  extra?: ReadonlyMap<string, string>;
}

/** Our own parameter: how the prompt writes its weights. Other programs leave it out. */
export const PROMPT_DIALECT = 'Prompt dialect';

const SCHEDULES = ['Karras', 'Exponential', 'Beta'];

/** Prints a picture's settings as infotext, in WebUI's order. */
export function formatSettings(settings: PictureSettings): string {
  const { widthPx, heightPx, extra = new Map<string, string>() } = settings;
  const size = widthPx && heightPx ? `${widthPx}x${heightPx}` : undefined;
  const known: Array<[string, unknown]> = [
    ['Steps', settings.steps],
    ['Sampler', settings.sampler],
    ['Schedule type', settings.schedule],
    ['CFG scale', settings.guidance],
    ['Seed', settings.seed],
    ['Size', size],
    ['Model hash', settings.modelHash],
    ['Model', settings.model],
    ['Denoising strength', settings.strength],
    ['Clip skip', settings.clipSkip],
  ];
  const told = known.filter(([, value]) => value !== undefined);
  const parameters = new Map([
    ...told.map(([name, value]) => [name, String(value)] as const),
    ...extra,
  ]);
  const { prompt, negativePrompt } = settings;
  return formatInfotext({ prompt, negativePrompt, parameters });
}

/** Reads a picture's settings out of infotext; values that make no sense are left out. */
export function readSettings({ prompt, negativePrompt, parameters }: Infotext): PictureSettings {
  const rest = new Map(parameters);
  const take = (name: string): string | undefined => {
    const value = rest.get(name);
    rest.delete(name);
    return value === '' ? undefined : value;
  };
  const size = /^(\d{1,5})x(\d{1,5})$/.exec(take('Size') ?? '');
  const seed = take('Seed');
  const settings: PictureSettings = {
    prompt,
    negativePrompt,
    steps: readNumber(take('Steps')),
    ...splitSampler(take('Sampler'), take('Schedule type')),
    guidance: readNumber(take('CFG scale')),
    seed: seed && /^\d{1,20}$/.test(seed) ? BigInt(seed) : undefined,
    widthPx: readNumber(size?.[1]),
    heightPx: readNumber(size?.[2]),
    modelHash: take('Model hash'),
    model: take('Model'),
    strength: readNumber(take('Denoising strength')),
    clipSkip: readNumber(take('Clip skip')),
    extra: rest,
  };
  return settings;
}

/** Before WebUI 1.9 the curve stood in the sampler's name: `DPM++ 2M Karras`. */
function splitSampler(
  sampler: string | undefined,
  schedule: string | undefined,
): Pick<PictureSettings, 'sampler' | 'schedule'> {
  const known = schedule === 'Automatic' ? undefined : schedule;
  const joined = SCHEDULES.find((name) => sampler?.endsWith(` ${name}`));
  if (!joined || schedule) return { sampler, schedule: known };
  return { sampler: sampler?.slice(0, -joined.length - 1), schedule: joined };
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
