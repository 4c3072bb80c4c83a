import { z } from 'zod';

/** Sizes that a teacher may hold a class to, by the longer side. */
export const SIDES_PX = [128, 192, 256, 384, 512, 768] as const;

/** What students of a class may use where they work freely; lessons get what they ask for. */
const classLimitsSchema = z.object({
  /** Null for as many as they like. */
  picturesAnHour: z.number().int().positive().nullable().catch(null),
  /** Null for all that there are. */
  modelIds: z.array(z.string()).min(1).nullable().catch(null),
  longestSidePx: z.number().int().positive().nullable().catch(null),
  hasControls: z.boolean().catch(true),
  hasUploads: z.boolean().catch(true),
});

export type ClassLimits = z.output<typeof classLimitsSchema>;

/** The limits in a class's settings; none where they say nothing. */
export function readClassLimits(settings: unknown): ClassLimits {
  return classLimitsSchema.parse((settings as { limits?: unknown } | null)?.limits ?? {});
}

/** Whether somebody may draw with a model; null limits hold nobody back. */
export function usesModel(limits: ClassLimits | null, modelId: string): boolean {
  return limits?.modelIds?.includes(modelId) ?? true;
}

/** What stands in a student's way, and how far they are. */
export interface StudentLimits extends ClassLimits {
  /** Pictures that they may still ask for in this hour; null where nobody counts. */
  left: number | null;
}
