import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { AssignmentList } from '#app/features/assignments/assignment-list.tsx';
import type { OwnAssignmentSummary } from '#app/features/assignments/list-own-assignments.server.ts';
import type { CurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { ExerciseList } from '#app/features/exercises/exercise-list.tsx';
import type { OwnExercise } from '#app/features/exercises/list-exercises.server.ts';
import type { LessonSummary } from '#app/features/lessons/list-lessons.server.ts';
import { NextLesson } from '#app/features/lessons/next-lesson.tsx';
import type { GalleryPicture } from '#app/features/galleries/find-gallery.server.ts';
import { LastPictures } from '#app/features/pictures/last-pictures.tsx';

interface StudentHomeProps {
  displayName: string;
  currentClass: CurrentClass | null;
  lesson: LessonSummary | null;
  pictures: GalleryPicture[];
  /** Assignments that wait for the student. */
  toDo: OwnAssignmentSummary[];
  /** Blind pairs that wait for the student. */
  toJudge: OwnExercise[];
}

/** Where a student begins: what is due, the next lesson, and the pictures made last. */
export function StudentHome(props: StudentHomeProps) {
  const { t } = useTranslation();
  const { displayName, currentClass, lesson, pictures, toDo, toJudge } = props;
  return (
    <Stack gap="large">
      <PageHeader title={t('Hello, {{displayName}}', { displayName })} lead={currentClass?.name} />
      {!currentClass && (
        <Notice
          title={t('You are in no class at the moment')}
          action={<LinkButton to="/join">{t('Join a class')}</LinkButton>}
        >
          {t('Ask your teacher for a class code. Until then there is nowhere to make pictures.')}
        </Notice>
      )}
      {toDo.length > 0 && (
        <Stack>
          <h2>{t('To do')}</h2>
          <AssignmentList assignments={toDo} />
        </Stack>
      )}
      {toJudge.length > 0 && (
        <Stack>
          <h2>{t('To judge')}</h2>
          <ExerciseList
            label={t('To judge')}
            exercises={toJudge.map(({ id, question, pairs, done }) => ({
              to: `/exercises/${id}`,
              question,
              detail: t('{{pairs}} pairs, without names', { pairs: pairs - done }),
              badge: t('To do'),
              isToDo: true,
            }))}
          />
        </Stack>
      )}
      <Stack>
        <h2>{t('Next lesson')}</h2>
        <NextLesson lesson={lesson} />
      </Stack>
      <Card
        title={t('Your last pictures')}
        action={
          pictures.length > 0 && (
            <LinkButton to="/gallery" variant="quiet" size="small">
              {t('All of them')}
            </LinkButton>
          )
        }
      >
        <LastPictures pictures={pictures} />
      </Card>
    </Stack>
  );
}
