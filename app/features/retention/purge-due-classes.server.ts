import { removeForgottenFiles } from '#app/features/files/remove-forgotten-files.server.ts';
import { findClock, findDueClasses } from './find-retention.server.ts';
import { purgeClass } from './purge-class.server.ts';

/**
 * The daily clean-up: classes whose time is over lose their work, and files that no row names leave the disk. Says
 * how many of each.
 */
export async function purgeDueClasses(
  now = new Date(),
): Promise<{ classes: number; files: number }> {
  let classes = 0;
  for (const classId of await findDueClasses(now)) {
    // Somebody may have worked in it, or set its clock, a moment ago.
    const { dueAt } = (await findClock(classId, now)) ?? { dueAt: null };
    if (dueAt && dueAt <= now && (await purgeClass({ classId }))) classes += 1;
  }
  return { classes, files: await removeForgottenFiles(now) };
}
