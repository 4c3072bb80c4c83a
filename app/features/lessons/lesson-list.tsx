import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { LessonCard } from './lesson-card.tsx';
import css from './lesson-list.module.css';
import type { LessonSummary } from './list-lessons.server.ts';

interface LessonListProps {
  lessons: LessonSummary[];
  isTeacher: boolean;
}

/** All lessons, those of the class's teachers first, then in the order in which they build on each other. */
export function LessonList({ lessons, isTeacher }: LessonListProps) {
  const { t } = useTranslation();
  const ofTeachers = lessons.filter(({ isCopy }) => isCopy);
  return (
    <>
      <PageHeader
        title={t('Lessons')}
        lead={t('Guess first, then draw, compare, and say what you found.')}
        actions={
          isTeacher && (
            <LinkButton to="/my-lessons" variant="secondary" icon={<PenLine aria-hidden />}>
              {t('My lessons')}
            </LinkButton>
          )
        }
      />
      {lessons.length === 0 ? (
        <EmptyState title={t('There are no lessons yet')} />
      ) : (
        <Stack gap="large">
          {ofTeachers.length > 0 && (
            <section aria-labelledby="lessons-of-teachers">
              <h2 id="lessons-of-teachers">{t('From your teacher')}</h2>
              <Lessons lessons={ofTeachers} headingLevel={3} />
            </section>
          )}
          <Lessons lessons={lessons.filter(({ isCopy }) => !isCopy)} />
        </Stack>
      )}
    </>
  );
}

function Lessons({
  lessons,
  headingLevel = 2,
}: {
  lessons: LessonSummary[];
  headingLevel?: 2 | 3;
}) {
  return (
    <ul className={css.list}>
      {lessons.map((lesson) => (
        <li key={lesson.slug}>
          <LessonCard lesson={lesson} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}
