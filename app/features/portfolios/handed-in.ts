import { z } from 'zod';

/** A portfolio as its student handed it in; later changes don't reach it. */
const handedInSchema = z.object({
  title: z.string(),
  introduction: z.string(),
  items: z.array(
    z.object({ pictureId: z.string(), caption: z.string(), showsProcess: z.boolean() }),
  ),
});
export type HandedIn = z.infer<typeof handedInSchema>;

/** Reads the column. */
export function readHandedIn(column: unknown): HandedIn | null {
  return column === null ? null : handedInSchema.parse(column);
}
