import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { findStudentLimits } from './find-student-limits.server.ts';

/** What is asked for, as far as a class may limit it. */
interface Asked {
  /** How many pictures. */
  count: number;
  modelId: string;
  size: { widthPx: number; heightPx: number };
  /** How much larger a second pass draws. */
  scale?: number;
  isControlled?: boolean;
  /** Drawn while somebody types. */
  isLive?: boolean;
}

/**
 * Holds a student's free work to the limits of the class, whichever way it is asked for. Runs inside the transaction
 * that writes the rows, after it took its turns: so requests at once can't pass the number together.
 *
 * Throws a UserError that names the field.
 */
export async function checkLimits(
  transaction: Prisma.TransactionClient,
  { userId, classId, asked }: { userId: string; classId: string; asked: Asked },
): Promise<void> {
  const limits = await findStudentLimits({ userId, classId }, transaction);
  if (!limits) return;
  const { modelIds, longestSidePx, hasControls, picturesAnHour, left } = limits;
  const refuse = (message: string, field?: string, status = 403) => {
    throw new UserError(message, { field, status });
  };
  if (modelIds && !modelIds.includes(asked.modelId))
    refuse('Your class does not use this model. Choose another.', 'modelId');
  const sidePx = Math.max(asked.size.widthPx, asked.size.heightPx) * (asked.scale ?? 1);
  if (longestSidePx && sidePx > longestSidePx)
    refuse(`Pictures of your class are at most ${longestSidePx} pixels wide and high.`, 'size');
  if (asked.isControlled && !hasControls)
    refuse('Your class does not guide the layout just now.', 'control');
  if (left === null) return;
  if (asked.isLive) refuse(`Your class counts its pictures, so nothing is drawn while you type.`);
  if (asked.count <= left) return;
  if (left === 0)
    refuse(
      `You have made ${picturesAnHour} pictures in the last hour, as many as your class may. Wait a little, or go on with a lesson.`,
      undefined,
      429,
    );
  refuse(
    `You have ${left} of ${picturesAnHour} pictures left in this hour. Ask for fewer.`,
    undefined,
    429,
  );
}

/** Throws a UserError where the class takes no pictures from outside. */
export async function checkUploads(
  transaction: Prisma.TransactionClient,
  whose: { userId: string; classId: string },
): Promise<void> {
  const limits = await findStudentLimits(whose, transaction);
  if (limits && !limits.hasUploads)
    throw new UserError('Your class does not use pictures from outside just now.', {
      field: 'picture',
      status: 403,
    });
}
