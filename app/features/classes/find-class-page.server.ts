import { countRequests } from '#app/features/galleries/list-requests.server.ts';
import {
  countModeration,
  listModeration,
} from '#app/features/moderation/list-moderation.server.ts';
import type { ClassWorkFilter } from '#app/features/moderation/class-work-filter.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import { findClassClock } from '#app/features/retention/find-class-clock.server.ts';
import type { Class } from '#prisma/generated/client.ts';
import { listTeachers } from './list-teachers.server.ts';
import { listRoster } from './list-roster.server.ts';

/** Everything on a teacher's page of a class of theirs, in queries side by side. */
export async function findClassPage(options: {
  teacherId: string;
  class: Class;
  filter: ClassWorkFilter;
  after?: GalleryCursor;
}) {
  const { teacherId, class: found, filter, after } = options;
  const { id, name, joinCode, joinLocked, joinExpiresAt, archivedAt } = found;
  const [students, teachers, page, waiting, requests, clock] = await Promise.all([
    listRoster({ classId: id }),
    listTeachers({ classId: id }),
    listModeration({ teacherId, classId: id, filter, after }),
    countModeration({ classId: id }),
    countRequests({ classId: id }),
    findClassClock({ classId: id }),
  ]);
  const hasRunOut = joinExpiresAt !== null && joinExpiresAt <= new Date();
  return {
    id,
    name,
    isArchived: archivedAt !== null,
    programsOn: found.programsOn,
    join: {
      code: joinCode,
      locked: joinLocked,
      isOpen: !joinLocked && !hasRunOut && archivedAt === null,
      expiresAt: joinExpiresAt,
    },
    students,
    teachers,
    page,
    waiting,
    requests,
    clock,
    filter,
    isFirstPage: after === undefined,
  };
}
