import { z } from 'zod';

export const SHELVES = ['own', 'class', 'school'] as const;
export type Shelf = (typeof SHELVES)[number];

/** A date of an address; what is none counts as not set. */
export const dayField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .optional()
  .catch(undefined);
const choice = z.string().trim().min(1).max(200).optional().catch(undefined);

/** What a gallery shows, from its address; what is wrong there counts as not set. */
export const galleryFilterSchema = z.object({
  shelf: z.enum(SHELVES).catch('own'),
  words: choice,
  lesson: choice,
  student: z.string().uuid().optional().catch(undefined),
  model: choice,
  /** The first and the last day, as dates of the school. */
  from: dayField,
  to: dayField,
});

export type GalleryFilter = z.output<typeof galleryFilterSchema>;

/** The address of the same gallery, from another page on. */
export function galleryAddress(filter: GalleryFilter, after?: string): string {
  const set = Object.entries({ ...filter, after }).filter(([, value]) => value !== undefined);
  return `/gallery?${new URLSearchParams(set as [string, string][])}`;
}

export function isNarrowed({ words, lesson, student, model, from, to }: GalleryFilter): boolean {
  return [words, lesson, student, model, from, to].some((each) => each !== undefined);
}
