import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readRoster } from './read-roster.ts';
import type { ReadRoster, RosterLine } from './read-roster.ts';

/**
 * What importing a roster would do, without doing it. A username that was made from a name gets a number
 * where it is taken; one that was given and is taken is a line's fault, since a list never takes over an
 * account.
 */
export async function previewRoster(options: {
  teacherId: string;
  classId: string;
  text: string;
}): Promise<ReadRoster> {
  const { teacherId, classId, text } = options;
  const { lines, error } = readRoster(text);
  const [people, members] = await Promise.all([
    db.user.findMany({
      where: {
        OR: lines
          .filter((line) => !line.error)
          .map(({ username, isUsernameMade }) => ({
            username: isUsernameMade ? { startsWith: username } : username,
          })),
      },
      select: { username: true },
    }),
    db.user.findMany({
      where: { memberships: { some: { classId, class: taughtBy(teacherId), removedAt: null } } },
      select: { username: true, displayName: true },
    }),
  ]);
  const taken = new Set(people.map(({ username }) => username));
  const given = lines.flatMap((line) => (line.isUsernameMade ? [] : line.username));
  const used = new Set([...taken, ...given]);
  const here = new Set(members.flatMap(({ username, displayName }) => [username, displayName]));
  const check = (line: RosterLine): RosterLine => {
    const { displayName, isUsernameMade } = line;
    if (line.error) return line;
    const name = isUsernameMade ? displayName : line.username;
    if (here.has(name)) return { ...line, error: `${name} is in this class already.` };
    if (!isUsernameMade)
      return taken.has(line.username)
        ? { ...line, error: `The username ${line.username} is taken.` }
        : line;
    const username = firstFree(line.username, used);
    used.add(username);
    return { ...line, username };
  };
  return { lines: lines.map(check), error };
}

function firstFree(username: string, used: Set<string>): string {
  if (!used.has(username)) return username;
  let number = 2;
  while (used.has(`${username}-${number}`)) number += 1;
  return `${username}-${number}`;
}
