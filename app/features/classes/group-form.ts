import { z } from 'zod';

const name = z
  .string({ required_error: 'Give the group a name.' })
  .trim()
  .min(1, 'Give the group a name.')
  .max(60, 'The name of a group has at most 60 characters.');
const members = z.array(z.string().uuid()).default([]);

/** Making a group of a class, changing one, or ending one. */
export const groupFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('make'), name, members }),
  z.object({ intent: z.literal('change'), groupId: z.string().uuid(), name, members }),
  z.object({ intent: z.literal('remove'), groupId: z.string().uuid() }),
]);
export type GroupForm = z.output<typeof groupFormSchema>;
