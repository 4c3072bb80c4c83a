import { useTranslation } from 'react-i18next';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Prose } from '#app/components/prose.tsx';
import type { LessonScreenPage } from './find-lesson-page.server.ts';

/** The last screen: what the student can do now, and where to go on. */
export function LessonEnd({ page }: { page: LessonScreenPage }) {
  const { t } = useTranslation();
  const { objectives, nextLesson } = page;
  return (
    <EmptyState
      drawing="done"
      title={t('You have finished this lesson')}
      action={
        <Cluster justify="center">
          {nextLesson && (
            <LinkButton to={`/lessons/${nextLesson.slug}`}>
              {t('Next lesson: {{title}}', { title: nextLesson.title })}
            </LinkButton>
          )}
          <LinkButton to="/studio" variant="secondary">
            {t('Go on in the studio')}
          </LinkButton>
        </Cluster>
      }
    >
      <Prose>
        <p>{t('You can now:')}</p>
        <ul>
          {objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </Prose>
    </EmptyState>
  );
}
