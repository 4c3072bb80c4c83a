import { findLessons } from '#app/features/lessons/find-lessons.server.ts';
import { db } from '#app/platform/db.server.ts';

export type CopyList = Awaited<ReturnType<typeof listCopies>>;

/** A teacher's own lessons, the one that was edited last first, and the lessons that can be copied. */
export async function listCopies({ teacherId }: { teacherId: string }) {
  const [lessons, copies] = await Promise.all([
    findLessons(),
    db.lessonCopy.findMany({
      where: { teacherId },
      orderBy: [{ editedAt: 'desc' }, { id: 'asc' }],
      select: {
        id: true,
        title: true,
        folder: true,
        versions: {
          orderBy: { number: 'desc' },
          select: { number: true, classes: { select: { class: { select: { name: true } } } } },
        },
      },
    }),
  ]);
  return {
    copies: copies.map(({ id, title, folder, versions }) => ({
      id,
      title,
      source: lessons.find((lesson) => lesson.folder === folder)?.frontMatter.title ?? folder,
      version: versions[0]?.number ?? null,
      classes: versions.flatMap(({ classes }) => classes.map((each) => each.class.name)),
    })),
    lessons: lessons.map(({ slug, frontMatter }) => ({
      value: slug,
      label: `${frontMatter.number}. ${frontMatter.title}`,
    })),
  };
}
