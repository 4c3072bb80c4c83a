import { useRevalidator } from '@remix-run/react';
import { BookOpen, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { ReturnedWork } from '#app/features/reviews/returned-work.tsx';
import { RubricView } from '#app/features/rubrics/rubric-view.tsx';
import css from './assignment-page.module.css';
import { STATE_NAMES, STATE_TONES } from './state-names.ts';
import { TurnedInWork } from './turned-in-work.tsx';
import { WorkForm } from './work-form.tsx';
import type { SaveReply } from './use-autosave.ts';
import type { OwnAssignment } from './find-own-assignment.server.ts';

interface AssignmentPageProps {
  assignment: OwnAssignment;
  errors: SaveReply['errors'];
}

/** One assignment as a student has it: what is asked, their work, what came back. */
export function AssignmentPage({ assignment, errors }: AssignmentPageProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { work, grade, lesson, isClosed, peersToReview, rubric } = assignment;
  const { revalidate } = useRevalidator();
  const isWithTeacher = work.state === 'turnedIn' || work.state === 'returned';
  // Somebody who writes is not disturbed: their own saves are events too.
  useLive(({ kind }) => kind === 'submission' && revalidate(), { enabled: isWithTeacher });
  return (
    <Stack gap="large">
      <PageHeader title={assignment.title} back={{ to: '/assignments', label: t('Assignments') }} />
      <Dates assignment={assignment} />
      {peersToReview > 0 && (
        <Notice
          title={t('Others wait for your review')}
          action={
            <LinkButton to="peers" size="small" icon={<UsersRound aria-hidden />}>
              {t('Review')}
            </LinkButton>
          }
        >
          {t('{{count}} works, without names.', { count: peersToReview })}
        </Notice>
      )}
      <Split
        aside={
          <>
            {rubric.length > 0 && (
              <Card title={t('How it is graded')}>
                <RubricView rubric={rubric} />
              </Card>
            )}
            {work.versions.length > 1 && (
              <Card title={t('Versions')}>
                {work.versions.map((version) => (
                  <Disclosure
                    key={version.attempt}
                    summary={t('Version {{attempt}}', { attempt: version.attempt })}
                    detail={time(version.turnedInAt)}
                  >
                    <p className={css.text}>{version.text || t('Without words.')}</p>
                  </Disclosure>
                ))}
              </Card>
            )}
          </>
        }
      >
        <Card title={t('What to do')}>
          <Stack>
            {assignment.instructions && <p className={css.text}>{assignment.instructions}</p>}
            {lesson && (
              <LinkButton
                to={`/lessons/${lesson.slug}`}
                variant="secondary"
                icon={<BookOpen aria-hidden />}
              >
                {lesson.title}
              </LinkButton>
            )}
            {!assignment.instructions && !lesson && <p>{t('Your teacher says it in class.')}</p>}
          </Stack>
        </Card>
        {isWithTeacher && <FormError errors={errors?.form} />}
        {grade && <ReturnedWork grade={grade} rubric={rubric} />}
        {isWithTeacher ? (
          <TurnedInWork assignment={assignment} />
        ) : isClosed ? (
          <Notice title={t('Closed')}>
            {t('The time for this assignment is over. Ask your teacher if you need more.')}
          </Notice>
        ) : (
          <WorkForm
            key={`${work.state === 'takenBack'}-${work.attempt}`}
            assignment={assignment}
            errors={errors}
          />
        )}
      </Split>
    </Stack>
  );
}

function Dates({ assignment }: { assignment: OwnAssignment }) {
  const { t } = useTranslation();
  const time = useTime();
  const { dueAt, cutoffAt, isOver, isExtended, work, isClosed } = assignment;
  const isWithTeacher = work.state === 'turnedIn' || work.state === 'returned';
  return (
    <Cluster>
      <Badge tone={STATE_TONES[work.state]}>{t(STATE_NAMES[work.state])}</Badge>
      {dueAt && <span>{t('Due {{at}}', { at: time(dueAt) })}</span>}
      {isExtended && <Badge tone="info">{t('More time for you')}</Badge>}
      {(isWithTeacher ? work.isLate : isOver && !isClosed) && (
        <Badge tone="warning">{t('Late')}</Badge>
      )}
      {cutoffAt && !isWithTeacher && <span>{t('Taken until {{at}}', { at: time(cutoffAt) })}</span>}
    </Cluster>
  );
}
