import { z } from 'zod';

/** A picture as the gate takes it: 8-bit RGB, row by row, `widthPx * heightPx * 3` bytes. */
export const pictureSchema = z
  .object({
    widthPx: z.number().int().min(1).max(4096),
    heightPx: z.number().int().min(1).max(4096),
    data: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  })
  .refine((picture) => picture.data.length === picture.widthPx * picture.heightPx * 3, {
    message: 'a picture needs three bytes a pixel',
  });

export type Picture = z.infer<typeof pictureSchema>;

const probability = z.number().min(0).max(1);

/** The classifier's five probabilities; they sum to one. */
export const scoresSchema = z
  .object({
    drawing: probability,
    hentai: probability,
    neutral: probability,
    porn: probability,
    sexy: probability,
  })
  .strict()
  .refine(
    (scores) => Math.abs(Object.values(scores).reduce((sum, score) => sum + score, 0) - 1) < 0.02,
    { message: 'probabilities sum to one' },
  );

export type PictureScores = z.infer<typeof scoresSchema>;

/** Why a picture passed (`clear`), looked unsuitable, or could not be judged. */
export type PictureReason =
  | 'clear'
  | 'porn'
  | 'hentai'
  | 'sexy'
  | 'bad-picture'
  | 'not-started'
  | 'stopped'
  | 'timeout'
  | 'failed'
  | 'invalid-answer'
  | 'closed';

export interface PictureVerdict {
  decision: 'pass' | 'hold';
  /** Absent where the gate could not judge. */
  scores: PictureScores | null;
  reason: PictureReason;
  /** Name and version of what judged, so that a decision can be replayed. */
  gate: string;
  elapsedMs: number;
}

/** A picture is held where a class's probability reaches its bound. */
export interface PictureBounds {
  porn: number;
  hentai: number;
  sexy: number;
}

export const DEFAULT_BOUNDS: PictureBounds = { porn: 0.6, hentai: 0.5, sexy: 0.6 };

/** The first class whose score reaches its bound, or `clear`. */
export function judgeScores(
  scores: PictureScores,
  bounds: PictureBounds,
): 'clear' | keyof PictureBounds {
  if (scores.porn >= bounds.porn) return 'porn';
  if (scores.hentai >= bounds.hentai) return 'hentai';
  if (scores.sexy >= bounds.sexy) return 'sexy';
  return 'clear';
}
