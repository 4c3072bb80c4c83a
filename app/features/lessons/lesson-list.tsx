import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { LessonCard } from './lesson-card.tsx';
import css from './lesson-list.module.css';
import type { LessonSummary } from './list-lessons.server.ts';

/** All lessons in the order in which they build on each other. */
export function LessonList({ lessons }: { lessons: LessonSummary[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('Lessons')}
        lead={t('Guess first, then draw, compare, and say what you found.')}
      />
      {lessons.length === 0 ? (
        <EmptyState title={t('There are no lessons yet')} />
      ) : (
        <ul className={css.list}>
          {lessons.map((lesson) => (
            <li key={lesson.slug}>
              <LessonCard lesson={lesson} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
