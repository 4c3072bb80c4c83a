import { newJoinCode } from '#app/features/classes/new-join-code.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DEMO_CLASS_NAME, DEMO_STUDENTS, DEMO_TEACHER } from './demo-people.ts';
import { isDemoOpen, isDemoSite } from './demo-mode.server.ts';

export type DemoStart =
  { state: 'off' } | { state: 'refused'; sentence: string } | { state: 'open'; people: string[] };

/**
 * Makes the demo class with its teacher and students where the demo mode is on, once: a second call adds
 * only who is missing. Where a real account exists nothing is made, and the sentence says why.
 */
export async function seedDemo(): Promise<DemoStart> {
  if (!isDemoSite()) return { state: 'off' };
  if (!(await isDemoOpen())) {
    const sentence =
      'The demo stays closed: this site has real accounts. Start it without EASEL_DEMO, or with another data folder.';
    return { state: 'refused', sentence };
  }
  const teacher = await ensurePerson('teacher', DEMO_TEACHER);
  const classId = await ensureClass(teacher.id);
  for (const person of DEMO_STUDENTS) {
    const student = await ensurePerson('student', person);
    const key = { classId, userId: student.id };
    await db.membership.upsert({
      where: { classId_userId: key },
      create: { ...key, role: 'student' },
      update: {},
    });
  }
  return { state: 'open', people: [DEMO_TEACHER, ...DEMO_STUDENTS].map((p) => p.displayName) };
}

function ensurePerson(
  role: 'teacher' | 'student',
  { username, displayName }: { username: string; displayName: string },
) {
  return db.user.upsert({
    where: { username },
    create: { role, username, displayName, isDemo: true },
    update: {},
  });
}

async function ensureClass(teacherId: string): Promise<string> {
  const found = await db.class.findFirst({
    where: { memberships: { some: { userId: teacherId, role: 'teacher' } } },
    orderBy: { createdAt: 'asc' },
  });
  if (found) return found.id;
  const made = await db.class.create({
    data: {
      name: DEMO_CLASS_NAME,
      ...newJoinCode(),
      memberships: { create: { userId: teacherId, role: 'teacher' } },
    },
  });
  return made.id;
}
