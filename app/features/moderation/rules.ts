import { DEFAULT_BOUNDS } from '#worker/moderation/pictures/verdict.ts';
import type { PictureBounds } from '#worker/moderation/pictures/verdict.ts';

export const STRICTNESSES = ['standard', 'strict'] as const;
export type Strictness = (typeof STRICTNESSES)[number];

/** What counts for one request: which words are blocked and from where on a picture is held. */
export interface Rules {
  strictness: Strictness;
  allowedWords: string[];
  bounds: PictureBounds;
}

/** How far every class may go. */
export interface SchoolLimits {
  strictness: Strictness;
  bounds: PictureBounds;
}

/** One layer of a class's rules: of the whole class, or of a lesson in it. Null is what the layer above says. */
export interface RulesLayer {
  strictness: Strictness | null;
  allowedWords: string[];
  bounds: PictureBounds | null;
}

/** As Easel comes: a class may ease skin for art and biology, and nothing else. */
export const USUAL_LIMITS: SchoolLimits = {
  strictness: 'standard',
  bounds: { ...DEFAULT_BOUNDS, sexy: 0.9 },
};

/** Named settings of the picture gate, from the strictest on. */
export const PICTURE_SETTINGS = {
  strict: { porn: 0.3, hentai: 0.25, sexy: 0.3 },
  usual: DEFAULT_BOUNDS,
  eased: { ...DEFAULT_BOUNDS, sexy: 0.9 },
} as const satisfies Record<string, PictureBounds>;
export type PictureSetting = keyof typeof PICTURE_SETTINGS;

/** Whether a class may go so far: no bound is higher than the school's. */
export function isWithin(limits: SchoolLimits, { porn, hentai, sexy }: PictureBounds): boolean {
  const { bounds } = limits;
  return porn <= bounds.porn && hentai <= bounds.hentai && sexy <= bounds.sexy;
}

/** The layers laid over each other, from the class to its lesson, never further than the school lets them. */
export function combineRules(limits: SchoolLimits, layers: readonly RulesLayer[]): Rules {
  const rules: Rules = { strictness: 'standard', allowedWords: [], bounds: DEFAULT_BOUNDS };
  for (const { strictness, allowedWords, bounds } of layers) {
    rules.strictness = strictness ?? rules.strictness;
    rules.bounds = bounds ?? rules.bounds;
    rules.allowedWords = [...rules.allowedWords, ...allowedWords];
  }
  if (limits.strictness === 'strict') rules.strictness = 'strict';
  rules.bounds = {
    porn: Math.min(rules.bounds.porn, limits.bounds.porn),
    hentai: Math.min(rules.bounds.hentai, limits.bounds.hentai),
    sexy: Math.min(rules.bounds.sexy, limits.bounds.sexy),
  };
  return rules;
}
