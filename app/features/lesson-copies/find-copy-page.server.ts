import { buildLessonPage } from '#app/features/lessons/build-lesson-page.server.ts';
import { findLessons } from '#app/features/lessons/find-lessons.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readMistakes } from './read-mistakes.server.ts';

export type CopyPage = Awaited<ReturnType<typeof findCopyPage>>;

/**
 * A teacher's lesson to edit: its draft, what is wrong with it, one step of it as a teacher's page shows it, its
 * versions, and the teacher's classes with the version that each has. A 404 response where it is not theirs.
 */
export async function findCopyPage(options: {
  teacherId: string;
  copyId: string;
  stepId?: string | undefined;
}) {
  const { teacherId, copyId, stepId } = options;
  const [copy, classes, lessons] = await Promise.all([
    db.lessonCopy.findFirst({
      where: { id: copyId, teacherId },
      include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
    }),
    db.class.findMany({
      where: { archivedAt: null, ...taughtBy(teacherId) },
      orderBy: { name: 'asc' },
      select: {
        id: true,
        name: true,
        lessons: { where: { copyId }, select: { version: true } },
      },
    }),
    findLessons(),
  ]);
  if (!copy) throw new Response(null, { status: 404 });
  const { id, folder, draft, draftRevision, title, versions } = copy;
  const { lesson, mistakes } = await readMistakes({ id, folder, text: draft });
  const source = lessons.find((one) => one.folder === folder);
  return {
    id,
    title,
    draft,
    draftRevision,
    mistakes,
    source: source?.frontMatter.title ?? folder,
    pictures: Object.keys(source?.frontMatter.pictures ?? {}),
    /** The newest version, and whether the draft says something else. */
    version: versions[0]?.number ?? null,
    isChanged: versions[0]?.text !== draft,
    preview:
      lesson &&
      (await buildLessonPage({
        lesson,
        viewerId: teacherId,
        learner: null,
        isTeacher: true,
        stepId,
      })),
    classes: classes.map((each) => ({
      id: each.id,
      name: each.name,
      version: each.lessons[0]?.version ?? null,
    })),
  };
}
