import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Card } from '#app/components/card.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Facts } from '#app/components/facts.tsx';
import { Prose } from '#app/components/prose.tsx';
import { Stack } from '#app/components/stack.tsx';
import { LESSON_LANGUAGE } from './lesson-language.ts';
import type { LessonScreenPage } from './find-lesson-page.server.ts';
import { LessonText } from './lesson-text.tsx';
import type { PictureCaption } from './student-step.ts';

interface TeacherNotesProps {
  teacher: NonNullable<LessonScreenPage['teacher']>;
  slug: string;
  captions: Record<string, PictureCaption>;
  /** The first step shows the notes on the lesson as a whole opened. */
  isFirst: boolean;
}

/** What only a teacher sees: notes and answers of the step, and of the lesson as a whole. */
export function TeacherNotes({ teacher, slug, captions, isFirst }: TeacherNotesProps) {
  const { t } = useTranslation();
  const { about, notes, answer, target, misconceptions, competences } = teacher;
  return (
    <Card
      tone="highlight"
      title={t('For you as the teacher')}
      action={<Badge icon={<GraduationCap aria-hidden />}>{t('Students don’t see this')}</Badge>}
    >
      <Stack>
        {answer && (
          <Facts
            items={[{ label: t('Answer'), value: <span lang={LESSON_LANGUAGE}>{answer}</span> }]}
          />
        )}
        {target && <Facts items={[{ label: t('Secret prompt'), value: <code>{target}</code> }]} />}
        <LessonText slug={slug} blocks={notes} captions={captions} />
        <Disclosure summary={t('The lesson as a whole')} defaultOpen={isFirst}>
          <Stack>
            <LessonText slug={slug} blocks={about} captions={captions} />
            <Prose>
              <h3>{t('What students may believe, and what is so')}</h3>
              <ul>
                {misconceptions.map(({ belief, truth }) => (
                  <li key={belief} lang={LESSON_LANGUAGE}>
                    <em>“{belief}”</em> {truth}
                  </li>
                ))}
              </ul>
              <h3>{t('Competences')}</h3>
              <ul>
                {Object.entries(competences).map(([framework, names]) => (
                  <li key={framework} lang={LESSON_LANGUAGE}>
                    <strong>{framework}</strong>: {names.join('; ')}
                  </li>
                ))}
              </ul>
            </Prose>
          </Stack>
        </Disclosure>
      </Stack>
    </Card>
  );
}
