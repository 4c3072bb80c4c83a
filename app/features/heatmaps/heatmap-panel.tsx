import { Flame } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { HEAT_GRADIENT } from './heat-colours.ts';
import css from './heatmap-panel.module.css';
import type { Heatmaps } from './use-heatmaps.ts';

/** "Why this picture?": choose a word of the prompt and see where the model looked for it. */
export function HeatmapPanel({ heatmaps }: { heatmaps: Heatmaps }) {
  const { pictures, statuses, words, error, isRead, read } = heatmaps;
  const isMissing = statuses.some(({ state }) => state === 'none');
  const waiting = statuses.filter(({ state }) => state === 'waiting' || state === 'running');
  const faults = statuses.filter(({ reason }) => reason !== null);
  return (
    <details
      className={css.panel}
      onToggle={(event) => event.currentTarget.open && !isRead && read()}
    >
      <summary className={css.summary}>
        <Flame aria-hidden />
        Why this picture? Where the model looked
      </summary>
      <div className={css.content}>
        <p>
          While it draws, the model looks for each word of the prompt somewhere in the picture.
          Choose a word and see where.
        </p>
        {error && <Notice tone="warning" title={error} live="assertive" />}
        {isMissing && <Ask heatmaps={heatmaps} />}
        {waiting.map(({ pictureId, step, steps }) => (
          <ProgressBar
            key={pictureId}
            label={`Drawing ${nameOf(pictureId, pictures)} once more`}
            {...(steps > 0 && { value: step, max: steps })}
            detail={steps > 0 ? `step ${step} of ${steps}` : 'waiting for its turn'}
          />
        ))}
        {faults.map(({ pictureId, reason, state }) => (
          <Notice
            key={pictureId}
            tone="warning"
            title={pictures.length > 1 ? `About ${nameOf(pictureId, pictures)}` : undefined}
            live="polite"
            action={state === 'failed' && <Again heatmaps={heatmaps} />}
          >
            {reason}
          </Notice>
        ))}
        {words.length > 0 && <Words heatmaps={heatmaps} />}
      </div>
    </details>
  );
}

function nameOf(pictureId: string, pictures: Heatmaps['pictures']): string {
  const label = pictures.find(({ id }) => id === pictureId)?.label;
  return label ? `picture ${label}` : 'the picture';
}

function Ask({ heatmaps: { ask, isAsking, pictures } }: { heatmaps: Heatmaps }) {
  return (
    <div className={css.ask}>
      <Button type="button" onClick={ask} busy={isAsking}>
        Find out
      </Button>
      <p className={css.hint}>
        {pictures.length > 1 ? 'The pictures are' : 'The picture is'} drawn once more for this, with
        the same seed. It takes as long as the first time.
      </p>
    </div>
  );
}

function Again({ heatmaps: { ask, isAsking } }: { heatmaps: Heatmaps }) {
  return (
    <Button type="button" size="small" variant="secondary" onClick={ask} busy={isAsking}>
      Try again
    </Button>
  );
}

function Words({ heatmaps }: { heatmaps: Heatmaps }) {
  const { words, chosen, choose, opacityPercent, setOpacityPercent, sentences } = heatmaps;
  return (
    <>
      <div role="group" aria-label="Words of the prompt" className={css.words}>
        {words.map(({ key, label }) => (
          <Button
            key={key}
            type="button"
            size="small"
            variant={key === chosen?.key ? 'primary' : 'secondary'}
            aria-pressed={key === chosen?.key}
            onClick={() => choose(key)}
          >
            {label}
          </Button>
        ))}
      </div>
      <div role="status" className={css.said}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {chosen && (
        <>
          <div className={css.legend}>
            <span>little</span>
            <span className={css.colours} style={{ background: HEAT_GRADIENT }} aria-hidden />
            <span>a lot</span>
          </div>
          <RangeField
            id="heatmap-opacity"
            label="How strongly the colours cover the picture"
            min={0}
            max={100}
            step={5}
            unit="%"
            value={opacityPercent}
            onValueChange={setOpacityPercent}
            ends={['only the picture', 'only the colours']}
          />
        </>
      )}
    </>
  );
}
