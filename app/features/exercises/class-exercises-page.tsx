import { ChartSpline, Dices, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { ExerciseList } from './exercise-list.tsx';
import type { ExerciseSummary } from './list-exercises.server.ts';

interface ClassExercisesPageProps {
  classId: string;
  className: string;
  exercises: ExerciseSummary[];
}

/** A class's blind pairs, for its teacher. */
export function ClassExercisesPage({ classId, className, exercises }: ClassExercisesPageProps) {
  const { t } = useTranslation();
  const add = (
    <LinkButton to={`/classes/${classId}/exercises/new`} icon={<Plus aria-hidden />}>
      {t('New question')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('Blind pairs')}
        lead={t(
          'Students judge two pictures at a time, without names. Together they find the class’s favourites.',
        )}
        back={{ to: `/classes/${classId}`, label: className }}
        actions={
          <Cluster>
            <LinkButton
              to={`/games?class=${classId}`}
              variant="secondary"
              icon={<Dices aria-hidden />}
            >
              {t('Games')}
            </LinkButton>
            <LinkButton
              to={`/compare/weights?class=${classId}`}
              variant="secondary"
              icon={<ChartSpline aria-hidden />}
            >
              {t('What a weight does')}
            </LinkButton>
            {exercises.length > 0 && add}
          </Cluster>
        }
      />
      {exercises.length === 0 ? (
        <EmptyState title={t('No question asked yet')} action={add}>
          {t('Ask one, such as “Which one is more dramatic?”, and choose pictures for it.')}
        </EmptyState>
      ) : (
        <ExerciseList
          label={t('Blind pairs')}
          exercises={exercises.map(({ id, question, isClosed, pictures, judgements }) => ({
            to: `/classes/${classId}/exercises/${id}`,
            question,
            detail: `${t('{{count}} pictures', { count: pictures })}, ${t('{{count}} judgements', { count: judgements })}`,
            badge: isClosed ? t('Closed') : t('Open'),
            isToDo: !isClosed,
          }))}
        />
      )}
    </>
  );
}
