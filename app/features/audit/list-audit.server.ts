import { nextDay } from '#app/features/galleries/gallery-where.server.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { AuditFilter } from './audit-filter.ts';

const ENTRIES_A_PAGE = 50;
/** A part of a name that fits more people than this finds the first of them. */
const MOST_PEOPLE = 200;

export interface AuditLine {
  id: string;
  at: string;
  action: string;
  /** Null where Easel itself acted. */
  actor: string | null;
  /** The person that it was done to, where it was one. */
  subject: string | null;
  className: string | null;
}

export interface AuditPage {
  lines: AuditLine[];
  /** The entry that the next page begins behind; null on the last one. */
  next: string | null;
}

/**
 * A page of the audit log, newest first. Pages follow the entries' numbers, so entries that are added meanwhile
 * neither repeat nor skip any. People who are deleted since are told as such: entries keep ids alone.
 */
export async function listAudit(filter: AuditFilter): Promise<AuditPage> {
  const found = await db.auditEntry.findMany({
    where: { AND: [await wherePerson(filter.person), whereKindAndDay(filter)] },
    orderBy: { id: 'desc' },
    take: ENTRIES_A_PAGE + 1,
  });
  const entries = found.slice(0, ENTRIES_A_PAGE);
  const [people, classes] = await Promise.all([
    db.user.findMany({
      where: { id: { in: entries.flatMap(({ actorId, subject }) => [actorId ?? '', subject]) } },
      select: { id: true, displayName: true },
    }),
    db.class.findMany({
      where: { id: { in: entries.map(({ classId }) => classId ?? '') } },
      select: { id: true, name: true },
    }),
  ]);
  const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const classOf = new Map(classes.map(({ id, name }) => [id, name]));
  return {
    lines: entries.map(({ id, createdAt, action, actorId, subject, classId }) => ({
      id: String(id),
      at: toSchoolTime(createdAt),
      action,
      actor: actorId && (nameOf.get(actorId) ?? 'Somebody who is deleted'),
      subject: subject === actorId ? null : (nameOf.get(subject) ?? null),
      className: classId && (classOf.get(classId) ?? 'a class that is deleted'),
    })),
    next: found.length > ENTRIES_A_PAGE ? String(entries.at(-1)!.id) : null,
  };
}

async function wherePerson(name: string | undefined): Promise<Prisma.AuditEntryWhereInput> {
  if (!name) return {};
  const contains = { contains: name, mode: 'insensitive' } as const;
  const people = await db.user.findMany({
    where: { OR: [{ displayName: contains }, { username: contains }] },
    take: MOST_PEOPLE,
    select: { id: true },
  });
  const ids = people.map(({ id }) => id);
  return { OR: [{ actorId: { in: ids } }, { subject: { in: ids } }] };
}

function whereKindAndDay({ kind, from, to, before }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(kind && { action: { startsWith: `${kind}.` } }),
    ...(before && { id: { lt: before } }),
    createdAt: { ...(from && { gte: new Date(from) }), ...(to && { lt: nextDay(to) }) },
  };
}
