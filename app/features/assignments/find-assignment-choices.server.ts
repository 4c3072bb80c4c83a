import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

interface Choice {
  value: string;
  label: string;
}

/** What an assignment of a class can be made from: lessons, the class's groups, rubrics of the teacher's classes. */
export async function findAssignmentChoices(options: { teacherId: string; classId: string }) {
  const { teacherId, classId } = options;
  const [lessons, groups, rubrics] = await Promise.all([
    findClassLessons({ classId }),
    db.group.findMany({
      where: { classId, class: taughtBy(teacherId) },
      orderBy: { name: 'asc' },
    }),
    db.assignment.findMany({
      where: { class: taughtBy(teacherId), criteria: { some: {} } },
      orderBy: { createdAt: 'desc' },
      take: 30,
      select: { id: true, title: true, class: { select: { name: true } } },
    }),
  ]);
  return {
    lessons: lessons.map(({ slug, frontMatter }): Choice => ({
      value: slug,
      label: frontMatter.title,
    })),
    groups: groups.map(({ id, name }): Choice => ({ value: id, label: name })),
    rubrics: rubrics.map((each): Choice => ({
      value: each.id,
      label: `${each.title} (${each.class.name})`,
    })),
  };
}

export type AssignmentChoices = Awaited<ReturnType<typeof findAssignmentChoices>>;
