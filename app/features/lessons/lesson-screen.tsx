import { Link } from '@remix-run/react';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import { StepTrail } from '#app/components/step-trail.tsx';
import type { TrailStep } from '#app/components/step-trail.tsx';
import { useSay } from '#app/components/use-say.ts';
import { LESSON_LANGUAGE } from './lesson-language.ts';
import type { LessonScreenPage } from './find-lesson-page.server.ts';
import { LessonEnd } from './lesson-end.tsx';
import { LessonText } from './lesson-text.tsx';
import type { Refusal } from './refusal.ts';
import { StepActivity } from './step-activity.tsx';
import { TeacherNotes } from './teacher-notes.tsx';

interface LessonScreenProps {
  page: LessonScreenPage;
  refusal: Refusal | undefined;
}

/** One step of a lesson: the trail, the step's text, what there is to do, the way on; a teacher's notes below. */
export function LessonScreen({ page, refusal }: LessonScreenProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { step, trail, index, slug, captions } = page;
  return (
    <Stack gap="large">
      <StepTrail label={t('Steps of this lesson')} steps={trail.map(inEnglish)} />
      {page.missing.length > 0 && (
        <Notice tone="info" title={t('Something is missing here')}>
          {page.missing.map(say).join(' ')}{' '}
          {page.isTeacher
            ? t(
                'Students see this too, in short words; they can read the lesson up to the step that needs it.',
              )
            : t('You can read and look at the pictures; your teacher knows more.')}
        </Notice>
      )}
      {step ? (
        <Card
          title={
            <span lang={LESSON_LANGUAGE}>
              {index + 1}. {step.title}
            </span>
          }
          key={step.id}
        >
          <Stack gap="large">
            <LessonText slug={slug} blocks={step.blocks} captions={captions} />
            <StepActivity page={page} refusal={refusal} />
            <StepLinks page={page} />
          </Stack>
        </Card>
      ) : (
        <LessonEnd page={page} />
      )}
      {page.teacher && (
        <TeacherNotes
          teacher={page.teacher}
          slug={slug}
          captions={captions}
          isFirst={page.isFirst}
        />
      )}
    </Stack>
  );
}

function inEnglish(step: TrailStep): TrailStep {
  return { ...step, label: <span lang={LESSON_LANGUAGE}>{step.label}</span> };
}

/** Back is always there; on is a link only where the step has been answered. */
function StepLinks({ page }: { page: LessonScreenPage }) {
  const { t } = useTranslation();
  const { trail, index, evidence, isTeacher, slug } = page;
  const before = trail[index - 1];
  const after = trail[index + 1];
  const mayGoOn = isTeacher || evidence !== null;
  return (
    <Cluster justify="between">
      {before ? (
        <Link to={`?step=${before.id}`}>
          <Cluster>
            <ArrowLeft aria-hidden size="1em" />
            <span lang={LESSON_LANGUAGE}>{before.label}</span>
          </Cluster>
        </Link>
      ) : (
        <span />
      )}
      {mayGoOn && (after || page.isCompleted) && (
        <LinkButton
          to={after ? `?step=${after.id}` : `/lessons/${slug}`}
          icon={<ArrowRight aria-hidden />}
        >
          {after ? t('Next: {{label}}', { label: after.label }) : t('Finish')}
        </LinkButton>
      )}
    </Cluster>
  );
}
