import { Form, useNavigation } from '@remix-run/react';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { LESSON_LANGUAGE } from './lesson-language.ts';
import type { LessonPage } from './find-lesson-page.server.ts';
import { LessonScreen } from './lesson-screen.tsx';
import type { Refusal } from './refusal.ts';

export interface LessonPlayerProps {
  page: LessonPage;
  refusal: Refusal | undefined;
}

/** A lesson, one step a screen. A teacher can make it their own; a student hears of a newer version. */
export function LessonPlayer({ page, refusal }: LessonPlayerProps) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={<span lang={LESSON_LANGUAGE}>{page.title}</span>}
        back={{ to: '/lessons', label: t('All lessons') }}
        lead={t('Lesson {{number}}, about {{minutes}} minutes', {
          number: page.number,
          minutes: page.minutes,
        })}
        actions={
          page.isTeacher &&
          !page.isCopy && (
            <Form method="post" action="/my-lessons">
              <input type="hidden" name="slug" value={page.slug} />
              <Button variant="secondary" icon={<PenLine aria-hidden />} busy={busy}>
                {t('Make it my own')}
              </Button>
            </Form>
          )
        }
      />
      {page.needsClass && (
        <Notice tone="info" title={t('Join a class first')}>
          {t('You can look around; your answers are kept as soon as you are in a class.')}
        </Notice>
      )}
      {page.hasNewerVersion && (
        <Notice
          tone="info"
          title={t('Your teacher has changed this lesson')}
          action={
            <Form method="post">
              <Button size="small" name="intent" value="follow" busy={busy}>
                {t('Go on with the new version')}
              </Button>
            </Form>
          }
        >
          {t('You can finish the one that you began. Steps that are in both stay done.')}
        </Notice>
      )}
      <LessonScreen page={page} refusal={refusal} />
    </Stack>
  );
}
