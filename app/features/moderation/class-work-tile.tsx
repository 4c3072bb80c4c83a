import { Flag, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Badge } from '#app/components/badge.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { PictureTileState } from '#app/components/picture-tile.tsx';
import { DecideForm } from './decide-form.tsx';
import { describeRemarks } from './describe-remarks.ts';
import type { ClassWork } from './list-moderation.server.ts';
import css from './class-wall.module.css';

interface ClassWorkTileProps {
  classId: string;
  work: ClassWork;
  /** The teacher works through what waits: the decision stands open. */
  isDeciding: boolean;
}

type WorkState = ClassWork['state'] | 'removed';
type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const LABELS: Record<WorkState, { label: string; tone: BadgeTone }> = {
  waiting: { label: 'In the queue', tone: 'info' },
  running: { label: 'Being made', tone: 'info' },
  finished: { label: 'Finished', tone: 'success' },
  held: { label: 'Held', tone: 'warning' },
  blocked: { label: 'Blocked', tone: 'danger' },
  failed: { label: 'Failed', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
  removed: { label: 'Removed', tone: 'neutral' },
};

/** One request of a student as their teacher sees it: held pictures stay blurred until asked for. */
export function ClassWorkTile({ classId, work, isDeciding }: ClassWorkTileProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { id, prompt, user, pictures, verdicts } = work;
  const picture = pictures[0];
  const state: WorkState = picture?.state === 'removed' ? 'removed' : work.state;
  const flags = pictures.flatMap((each) => each.flags);
  const reviewAsked = verdicts.some((v) => v.appealedAt !== null && v.resolvedAt === null);
  const remarks = describeRemarks(work);
  const { tone } = LABELS[state];
  const label = t(LABELS[state].label);
  return (
    <article className={css.entry} aria-label={`${user.displayName}: ${label}`}>
      <PictureTile
        state={tileState(state, picture !== undefined)}
        src={picture && `/pictures/${picture.id}/thumbnail`}
        to={picture && `/pictures/${picture.id}`}
        alt={picture?.alt ?? prompt}
        widthPx={picture?.widthPx}
        heightPx={picture?.heightPx}
        statusText={label}
        caption={user.displayName}
        detail={prompt}
        badges={
          <>
            <Badge tone={tone}>{label}</Badge>
            {flags.length > 0 && (
              <Badge tone="danger" icon={<Flag aria-hidden />}>
                {t('{{count}} flags', { count: flags.length })}
              </Badge>
            )}
            {reviewAsked && (
              <Badge tone="info" icon={<MessageCircleQuestion aria-hidden />}>
                {t('Review asked')}
              </Badge>
            )}
          </>
        }
      />
      {remarks.length > 0 && (
        <ul className={css.remarks}>
          {remarks.map((remark, index) => (
            <li key={index}>{say(remark)}</li>
          ))}
        </ul>
      )}
      {isDecidable(state) && (
        <DecideForm
          classId={classId}
          generationId={id}
          hasPicture={picture !== undefined}
          open={isDeciding}
        />
      )}
    </article>
  );
}

function tileState(state: WorkState, hasPicture: boolean): PictureTileState {
  if (state === 'waiting' || state === 'running') return 'waiting';
  if (!hasPicture) return state === 'failed' || state === 'cancelled' ? 'failed' : 'held';
  return state === 'finished' ? 'ready' : 'blurred';
}

function isDecidable(state: WorkState): boolean {
  return state === 'held' || state === 'blocked' || state === 'finished';
}
