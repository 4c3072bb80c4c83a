import { Link, useFetcher } from '@remix-run/react';
import { Clock, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import css from './generation-progress.module.css';
import { GenerationRefusal } from './generation-refusal.tsx';
import { isSettled } from './generation-status.ts';
import type { GenerationStatus } from './generation-status.ts';

interface GenerationProgressProps {
  generation: GenerationStatus;
  /** The picture leads to its page; a lesson may want the picture alone. */
  linked?: boolean;
}

/**
 * One generation in the place where its picture will be: the wait with its place in the queue, the previews,
 * then the picture, or a calm sentence about why there is none.
 */
export function GenerationProgress({ generation, linked = true }: GenerationProgressProps) {
  const { t } = useTranslation();
  const { state, picture, widthPx, heightPx } = generation;
  return (
    <figure
      className={css.figure}
      data-state={state}
      aria-label={t('Picture for: {{prompt}}', { prompt: generation.prompt })}
    >
      <div className={css.frame} style={{ '--ratio': `${widthPx} / ${heightPx}` } as CSSProperties}>
        {picture ? (
          <FinishedPicture generation={generation} picture={picture} linked={linked} />
        ) : isSettled(generation) ? (
          <GenerationRefusal generation={generation} />
        ) : (
          <Wait generation={generation} />
        )}
      </div>
      <figcaption className={css.caption}>
        <span className={css.prompt}>{generation.prompt}</span>
        <span className="visually-hidden" role="status">
          {t(announcements[state])}
        </span>
      </figcaption>
    </figure>
  );
}

const announcements: Record<GenerationStatus['state'], string> = {
  waiting: 'Waiting in the queue.',
  running: 'Being made now.',
  finished: 'The picture is ready.',
  held: 'A teacher looks at this picture first.',
  blocked: 'Easel did not make this picture.',
  failed: 'This picture could not be made.',
  cancelled: 'Cancelled.',
};

interface FinishedPictureProps {
  generation: GenerationStatus;
  picture: { id: string; alt: string };
  linked: boolean;
}

function FinishedPicture({ generation, picture, linked }: FinishedPictureProps) {
  const { t } = useTranslation();
  const image = (
    <img
      className={css.picture}
      src={`/pictures/${picture.id}/image`}
      alt={picture.alt}
      width={generation.widthPx}
      height={generation.heightPx}
    />
  );
  if (!linked) return image;
  return (
    <Link to={`/pictures/${picture.id}`} className={css.link} title={t('Open this picture’s page')}>
      {image}
    </Link>
  );
}

function Wait({ generation }: { generation: GenerationStatus }) {
  const { t } = useTranslation();
  const { id, state, previewUrl, step, steps, queuePlace, estimateMs } = generation;
  const cancel = useFetcher();
  return (
    <div className={css.wait}>
      {previewUrl && <img className={css.preview} src={previewUrl} alt="" />}
      <div className={css.status}>
        {state === 'running' ? (
          <>
            <progress
              className={css.progress}
              value={step}
              max={steps}
              aria-label={t('Steps done')}
            />
            <span>{describeStep(t, step, steps)}</span>
          </>
        ) : (
          <span className={css.place}>
            <Clock aria-hidden />
            {queuePlace === null ? t('In the queue') : t('Place {{count}}', { count: queuePlace })}
            {estimateMs !== null && `, ${formatWait(t, estimateMs)}`}
          </span>
        )}
        <cancel.Form method="post" action={`/generations/${id}`}>
          <input type="hidden" name="intent" value="cancel" />
          <Button
            variant="quiet"
            size="small"
            icon={<X aria-hidden />}
            busy={cancel.state !== 'idle'}
          >
            {t('Cancel')}
          </Button>
        </cancel.Form>
      </div>
    </div>
  );
}

function describeStep(t: TFunction, step: number, steps: number): string {
  if (step === 0) return t('Starting');
  return step < steps ? t('Step {{step}} of {{steps}}', { step, steps }) : t('Checking');
}

/** A round figure: nobody plans by the second. */
function formatWait(t: TFunction, ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 10) return t('about {{seconds}} s', { seconds });
  if (seconds < 90) return t('about {{seconds}} s', { seconds: Math.ceil(seconds / 10) * 10 });
  return t('about {{count}} minutes', { count: Math.round(seconds / 60) });
}
