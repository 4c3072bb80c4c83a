import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readRoster } from './read-roster.ts';
import type { ReadRoster, RosterLine } from './read-roster.ts';

/**
 * What importing a roster would do, without doing it. A username that somebody has already is a line's
 * fault: a real account is never taken over by a list.
 */
export async function previewRoster(options: {
  teacherId: string;
  classId: string;
  text: string;
}): Promise<ReadRoster> {
  const { teacherId, classId, text } = options;
  const { lines, error } = readRoster(text);
  const usernames = lines.map(({ username }) => username);
  const [people, members] = await Promise.all([
    db.user.findMany({ where: { username: { in: usernames } }, select: { username: true } }),
    db.membership.findMany({
      where: {
        classId,
        class: taughtBy(teacherId),
        removedAt: null,
        user: { username: { in: usernames } },
      },
      select: { user: { select: { username: true } } },
    }),
  ]);
  const taken = new Set(people.map(({ username }) => username));
  const here = new Set(members.map(({ user }) => user.username));
  const explain = (line: RosterLine): string | null => {
    if (line.error) return line.error;
    if (here.has(line.username)) return `${line.username} is in this class already.`;
    return taken.has(line.username) ? `The username ${line.username} is taken.` : null;
  };
  return { lines: lines.map((line) => ({ ...line, error: explain(line) })), error };
}
