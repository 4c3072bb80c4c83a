import { Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { ExerciseList } from './exercise-list.tsx';
import type { OwnExercise } from './list-exercises.server.ts';

/** A student's blind pairs. */
export function OwnExercisesPage({ exercises }: { exercises: OwnExercise[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('Blind pairs')}
        lead={t('Two pictures, no names: which one answers the question better?')}
        back={{ to: '/', label: t('Home') }}
        actions={
          <LinkButton to="/games" variant="secondary" icon={<Dices aria-hidden />}>
            {t('Games')}
          </LinkButton>
        }
      />
      {exercises.length === 0 ? (
        <EmptyState drawing="frames" title={t('Nothing to judge yet')}>
          {t('When your teacher asks a question about the class’s pictures, it is here.')}
        </EmptyState>
      ) : (
        <ExerciseList
          label={t('Blind pairs')}
          exercises={exercises.map(({ id, question, pairs, done, isClosed, isToDo }) => ({
            to: `/exercises/${id}`,
            question,
            detail: t('{{done}} of {{pairs}} pairs judged', { done, pairs }),
            badge: isToDo ? t('To do') : isClosed ? t('See the favourites') : t('Done'),
            isToDo,
          }))}
        />
      )}
    </>
  );
}
