import { z } from 'zod';

export const MAX_PICTURES = 60;
export const MAX_CAPTION = 500;

const portfolio = {
  title: z.string().trim().max(80, 'At most 80 characters.').default(''),
  introduction: z.string().max(2_000, 'At most 2,000 characters.').default(''),
  items: z
    .array(
      z.object({
        pictureId: z.string().uuid(),
        caption: z.string().max(MAX_CAPTION, `At most ${MAX_CAPTION} characters.`).default(''),
        showsProcess: z.boolean().default(false),
      }),
    )
    .max(MAX_PICTURES, `At most ${MAX_PICTURES} pictures.`)
    .default([]),
  /** The draft that the page was showing; another window may have saved since. */
  draftRevision: z.number().int().min(0),
};

/** What a student does with their portfolio: keep it, put a picture in, hand it in. */
export const portfolioFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...portfolio }),
  z.object({ intent: z.literal('hand-in'), ...portfolio }),
  /** Its pictures and words become the work of an assignment. */
  z.object({ intent: z.literal('copy'), ...portfolio, assignmentId: z.string().uuid() }),
  z.object({ intent: z.literal('add'), pictureId: z.string().uuid() }),
]);

export type PortfolioForm = z.output<typeof portfolioFormSchema>;
export type PortfolioDraft = Omit<Extract<PortfolioForm, { intent: 'save' }>, 'intent'>;
