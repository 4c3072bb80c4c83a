import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findSchoolLimits, readLayer } from './find-rules.server.ts';
import { PICTURE_SETTINGS } from './rules.ts';
import type { PictureSetting, Strictness } from './rules.ts';

/** A class's rules as a form holds them. */
export interface RulesChoice {
  lessonSlug: string;
  strictness: Strictness | null;
  pictures: PictureSetting | null;
  allowedWords: string[];
}

/** The rules of a class and of its lessons, what the school allows, and which lessons there are. */
export async function findClassRules({ classId }: { classId: string }) {
  const [limits, rows, lessons] = await Promise.all([
    findSchoolLimits(),
    db.classRules.findMany({ where: { classId }, orderBy: { lessonSlug: 'asc' } }),
    findClassLessons({ classId }),
  ]);
  const choices = rows.map((row): RulesChoice => {
    const { strictness, allowedWords, bounds } = readLayer(row);
    const pictures = Object.entries(PICTURE_SETTINGS).find(
      ([, each]) => bounds?.sexy === each.sexy && bounds.porn === each.porn,
    );
    return {
      lessonSlug: row.lessonSlug,
      strictness,
      allowedWords,
      pictures: (pictures?.[0] as PictureSetting | undefined) ?? null,
    };
  });
  return {
    limits,
    choices,
    commentsOn: rows.some((row) => row.lessonSlug === '' && row.commentsOn),
    lessons: lessons.map(({ slug, frontMatter }) => ({ slug, title: frontMatter.title })),
  };
}
