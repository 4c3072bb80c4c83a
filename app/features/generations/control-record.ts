import { z } from 'zod';

/** What a control picture shows, in the words of the models that read it. */
export const CONTROL_TYPES = [
  'scribble',
  'line',
  'canny',
  'pose',
  'segment',
  'depth',
  'face',
  'hand',
] as const;

/** One control as the log keeps it; its picture is a stored file. */
export const controlRecordSchema = z.object({
  type: z.enum(CONTROL_TYPES),
  sha256: z.string(),
  weight: z.number(),
  start: z.number(),
  end: z.number(),
});
export type ControlRecord = z.infer<typeof controlRecordSchema>;

/** Reads the log's column. */
export function readControls(controls: unknown): ControlRecord[] {
  return z.array(controlRecordSchema).parse(controls);
}
