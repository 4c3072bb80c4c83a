import { Link } from '@remix-run/react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Card } from '#app/components/card.tsx';
import css from './replay-diff.module.css';
import type { Outcome, Replay } from './replay-rules.server.ts';

const TONES = { 'drawn and shown': 'success', held: 'warning', blocked: 'danger' } as const;

/** What the rules decide otherwise than it was decided, each with then and now. */
export function ReplayDiff({ title, replay }: { title: string; replay: Replay }) {
  const { t } = useTranslation();
  const { read, differences } = replay;
  return (
    <Card title={title}>
      <p role="status">
        {differences.length === 0
          ? t('Nothing would be different in the last {{read}} requests.', { read })
          : t('{{count}} of the last {{read}} requests would be decided differently.', {
              count: differences.length,
              read,
            })}
      </p>
      <ul className={css.list}>
        {differences.map(({ generationId, prompt, madeBy, was, now, ...rest }) => (
          <li key={generationId} className={css.entry}>
            <span className={css.change}>
              <Outcomes outcome={was} />
              <ArrowRight aria-label={t('now')} className={css.arrow} />
              <Outcomes outcome={now} />
            </span>
            <span className={css.words}>
              {rest.pictureId ? <Link to={`/pictures/${rest.pictureId}`}>{prompt}</Link> : prompt}
              <small>
                {madeBy}
                {rest.isDecidedByPerson && `, ${t('decided by a teacher: that stands')}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Outcomes({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[outcome]}>{t(outcome)}</Badge>;
}
