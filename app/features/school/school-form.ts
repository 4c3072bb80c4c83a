import { z } from 'zod';
import { PICTURE_SETTINGS, STRICTNESSES } from '#app/features/moderation/rules.ts';
import type { PictureSetting } from '#app/features/moderation/rules.ts';

const settings = Object.keys(PICTURE_SETTINGS) as [PictureSetting, ...PictureSetting[]];

/** What an admin does with invitations of teachers. */
export const invitationsFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite') }),
  z.object({ intent: z.literal('take-back'), purpose: z.string().max(100) }),
]);

/** How far the rules of every class may go. */
export const schoolRulesFormSchema = z.object({
  strictness: z.enum(STRICTNESSES, { message: 'Choose what every class blocks.' }),
  pictures: z.enum(settings, { message: 'Choose how far a class may go.' }),
});
export type SchoolRulesForm = z.output<typeof schoolRulesFormSchema>;
