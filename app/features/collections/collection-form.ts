import { z } from 'zod';

const name = z
  .string({ required_error: 'Give the collection a name.' })
  .trim()
  .min(1, 'Give the collection a name.')
  .max(60, 'A name has at most 60 characters.');
const pictureId = z.string().uuid();

/** A new collection, with its first picture where it was begun from one. */
export const newCollectionSchema = z.object({ name, pictureId: pictureId.optional() });
export type NewCollection = z.output<typeof newCollectionSchema>;

/** What a collection's page sends: one of the things to do with it. */
export const collectionFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), name }),
  z.object({ intent: z.literal('add'), pictureId }),
  z.object({ intent: z.literal('take-out'), pictureId }),
  z.object({ intent: z.literal('hang') }),
  z.object({ intent: z.literal('take-down') }),
  z.object({ intent: z.literal('approve') }),
  z.object({ intent: z.literal('refuse') }),
  z.object({ intent: z.literal('delete') }),
]);
export type CollectionForm = z.output<typeof collectionFormSchema>;
