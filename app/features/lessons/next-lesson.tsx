import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { LessonCard } from './lesson-card.tsx';
import type { LessonSummary } from './list-lessons.server.ts';

/** The lesson to go on with, for the home page; a kind word where all are done. */
export function NextLesson({ lesson }: { lesson: LessonSummary | null }) {
  const { t } = useTranslation();
  if (lesson) return <LessonCard lesson={lesson} headingLevel={3} />;
  return (
    <EmptyState
      drawing="done"
      title={t('You have finished every lesson')}
      action={<LinkButton to="/studio">{t('Go to the studio')}</LinkButton>}
    />
  );
}
