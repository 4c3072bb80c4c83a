import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { ExerciseList } from './exercise-list.tsx';
import type { OwnExercise } from './list-exercises.server.ts';

/** A student's blind pairs. */
export function OwnExercisesPage({ exercises }: { exercises: OwnExercise[] }) {
  return (
    <>
      <PageHeader
        title="Blind pairs"
        lead="Two pictures, no names: which one answers the question better?"
        back={{ to: '/', label: 'Home' }}
      />
      {exercises.length === 0 ? (
        <EmptyState drawing="frames" title="Nothing to judge yet">
          When your teacher asks a question about the class’s pictures, it is here.
        </EmptyState>
      ) : (
        <ExerciseList
          label="Blind pairs"
          exercises={exercises.map(({ id, question, pairs, done, isClosed, isToDo }) => ({
            to: `/exercises/${id}`,
            question,
            detail: `${done} of ${pairs} pairs judged`,
            badge: isToDo ? 'To do' : isClosed ? 'See the favourites' : 'Done',
            isToDo,
          }))}
        />
      )}
    </>
  );
}
