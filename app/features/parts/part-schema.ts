import { z } from 'zod';
import { PART_NAMES } from '#worker/engine/control/annotators/part-names.ts';

/** A part of a picture, as addresses name it. */
export const partSchema = z.enum(PART_NAMES);
