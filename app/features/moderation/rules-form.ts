import { z } from 'zod';
import { PICTURE_SETTINGS, STRICTNESSES } from './rules.ts';
import type { PictureSetting, RulesLayer } from './rules.ts';

const MOST_WORDS = 40;
const settings = Object.keys(PICTURE_SETTINGS) as [PictureSetting, ...PictureSetting[]];

/** The rules of a class, or what is different in one of its lessons. */
export const rulesFormSchema = z.object({
  intent: z.enum(['save', 'preview']),
  lessonSlug: z.string().max(100).default(''),
  strictness: z.enum(STRICTNESSES).nullable().default(null),
  pictures: z.enum(settings).nullable().default(null),
  /** One word or phrase a line, or with commas between. */
  allowedWords: z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(/[\n,]/).map((word) => word.trim().toLowerCase()))])
    .transform((words) => words.filter((word) => word !== ''))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^[a-z' -]{3,40}$/, 'A word has 3 to 40 letters, without digits and signs.'),
        )
        .max(MOST_WORDS, `At most ${MOST_WORDS} words.`),
    ),
});

export type RulesForm = z.output<typeof rulesFormSchema>;

export function layerOf({ strictness, pictures, allowedWords }: RulesForm): RulesLayer {
  return { strictness, allowedWords, bounds: pictures && PICTURE_SETTINGS[pictures] };
}
