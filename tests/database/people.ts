import { randomUUID } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';

/** A class with a teacher and `students` students, as tests need them. */
export async function createClass({ students }: { students: number }) {
  const tag = randomUUID().slice(0, 8);
  const person = (role: 'teacher' | 'student', index: number) =>
    db.user.create({
      data: { role, username: `${role}-${index}-${tag}`, displayName: `${role} ${index}` },
    });
  const teacher = await person('teacher', 0);
  const pupils = await Promise.all(
    Array.from({ length: students }, (_, i) => person('student', i)),
  );
  const created = await db.class.create({
    data: {
      name: `Class ${tag}`,
      joinCode: tag.toUpperCase(),
      memberships: {
        create: [
          { userId: teacher.id, role: 'teacher' },
          ...pupils.map(({ id }) => ({ userId: id, role: 'student' as const })),
        ],
      },
    },
  });
  return { id: created.id, teacher, students: pupils };
}
