import { Link } from '@remix-run/react';
import { CircleCheck, Clock, PackageOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { LESSON_LANGUAGE } from './lesson-language.ts';
import css from './lesson-card.module.css';
import type { LessonSummary } from './list-lessons.server.ts';

interface LessonCardProps {
  lesson: LessonSummary;
  headingLevel?: 2 | 3;
}

/** A lesson at a glance: its picture, what it is about, how long it takes, how far one is. */
export function LessonCard({ lesson, headingLevel = 2 }: LessonCardProps) {
  const { t } = useTranslation();
  const { slug, number, title, summary, minutes, coverUrl, steps, stepsDone, isCompleted } = lesson;
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={css.card}>
      <img className={css.cover} src={coverUrl} alt="" width={128} height={128} loading="lazy" />
      <div className={css.words}>
        <Heading className={css.title}>
          <Link to={`/lessons/${slug}`} className={css.link} lang={LESSON_LANGUAGE}>
            {number}. {title}
          </Link>
        </Heading>
        <p lang={LESSON_LANGUAGE}>{summary}</p>
        <Cluster>
          <Badge icon={<Clock aria-hidden />}>{t('{{minutes}} minutes', { minutes })}</Badge>
          {!lesson.isReady && (
            <Badge tone="warning" icon={<PackageOpen aria-hidden />}>
              {t('Needs something more')}
            </Badge>
          )}
          {isCompleted && (
            <Badge tone="success" icon={<CircleCheck aria-hidden />}>
              {t('Finished')}
            </Badge>
          )}
        </Cluster>
        {stepsDone > 0 && !isCompleted && (
          <ProgressBar
            label={t('Steps')}
            value={stepsDone}
            max={steps}
            detail={t('{{stepsDone}} of {{steps}}', { stepsDone, steps })}
          />
        )}
      </div>
    </article>
  );
}
