import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure.tsx';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import type { PeerVerdict } from './find-peer-verdicts.server.ts';
import css from './returned-work.module.css';

interface PeerVerdictsProps {
  verdicts: PeerVerdict[];
  rubric: Criterion[];
}

/** What other students wrote, without their names. */
export function PeerVerdicts({ verdicts, rubric }: PeerVerdictsProps) {
  const { t } = useTranslation();
  if (verdicts.length === 0) return null;
  return (
    <Disclosure summary={t('What other students say')} detail={verdicts.length}>
      {verdicts.map(({ id, levels, comment }, index) => (
        <section key={id} aria-label={t('Review {{index}}', { index: index + 1 })}>
          <p className={css.text}>{comment}</p>
          <ul>
            {rubric.flatMap((criterion) => {
              const level = criterion.levels.find((each) => each.id === levels[criterion.id]);
              return level ? (
                <li key={criterion.id}>
                  {criterion.name}: {level.name}
                </li>
              ) : (
                []
              );
            })}
          </ul>
        </section>
      ))}
    </Disclosure>
  );
}
