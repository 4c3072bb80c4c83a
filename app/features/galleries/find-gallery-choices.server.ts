import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { db } from '#app/platform/db.server.ts';

interface Choice {
  value: string;
  label: string;
}

export interface GalleryChoices {
  lessons: Choice[];
  models: Choice[];
  /** Empty where there is no class whose members one knows. */
  students: Choice[];
}

/** What a gallery can be narrowed to: lessons and models of the site, and who is in the class. */
export async function findGalleryChoices(options: {
  classId: string | null;
}): Promise<GalleryChoices> {
  const [lessons, models, memberships] = await Promise.all([
    findClassLessons({ classId: options.classId }),
    findModels(),
    options.classId
      ? db.membership.findMany({
          where: { classId: options.classId, role: 'student', removedAt: null },
          orderBy: { user: { displayName: 'asc' } },
          select: { user: { select: { id: true, displayName: true } } },
        })
      : [],
  ]);
  return {
    lessons: lessons.map(({ slug, frontMatter }) => ({ value: slug, label: frontMatter.title })),
    models: models.map(({ id, name }) => ({ value: id, label: name })),
    students: memberships.map(({ user }) => ({ value: user.id, label: user.displayName })),
  };
}
