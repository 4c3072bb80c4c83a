import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { HEAT_GRADIENT } from './heat-colours.ts';
import css from './heatmap-panel.module.css';
import type { Heatmaps } from './use-heatmaps.ts';

/** "Why this picture?": choose a word of the prompt and see where the model looked for it. */
export function HeatmapPanel({ heatmaps }: { heatmaps: Heatmaps }) {
  const { t } = useTranslation();
  const say = useSay();
  const { pictures, statuses, words, error, isRead, read } = heatmaps;
  const isMissing = statuses.some(({ state }) => state === 'none');
  const waiting = statuses.filter(({ state }) => state === 'waiting' || state === 'running');
  const faults = statuses.filter(({ reason }) => reason !== null);
  return (
    <Disclosure
      summary={t('Why this picture? Where the model looked')}
      onOpen={() => !isRead && read()}
    >
      <p>
        {t(
          'While it draws, the model looks for each word of the prompt somewhere in the picture. Choose a word and see where.',
        )}
      </p>
      {error && <Notice tone="warning" title={say(error)} live="assertive" />}
      {isMissing && <Ask heatmaps={heatmaps} />}
      {waiting.map(({ pictureId, step, steps }) => (
        <ProgressBar
          key={pictureId}
          label={t('Drawing {{picture}} once more', { picture: nameOf(t, pictureId, pictures) })}
          {...(steps > 0 && { value: step, max: steps })}
          detail={
            steps > 0 ? t('step {{step}} of {{steps}}', { step, steps }) : t('waiting for its turn')
          }
        />
      ))}
      {faults.map(({ pictureId, reason, state }) => (
        <Notice
          key={pictureId}
          tone="warning"
          title={
            pictures.length > 1
              ? t('About {{picture}}', { picture: nameOf(t, pictureId, pictures) })
              : undefined
          }
          live="polite"
          action={state === 'failed' && <Again heatmaps={heatmaps} />}
        >
          {reason && say(reason)}
        </Notice>
      ))}
      {words.length > 0 && <Words heatmaps={heatmaps} />}
    </Disclosure>
  );
}

function nameOf(t: TFunction, pictureId: string, pictures: Heatmaps['pictures']): string {
  const label = pictures.find(({ id }) => id === pictureId)?.label;
  return label ? t('picture {{label}}', { label }) : t('the picture');
}

function Ask({ heatmaps: { ask, isAsking, pictures } }: { heatmaps: Heatmaps }) {
  const { t } = useTranslation();
  return (
    <div className={css.ask}>
      <Button type="button" onClick={ask} busy={isAsking}>
        {t('Find out')}
      </Button>
      <p className={css.hint}>
        {pictures.length > 1
          ? t(
              'The pictures are drawn once more for this, with the same seed. It takes as long as the first time.',
            )
          : t(
              'The picture is drawn once more for this, with the same seed. It takes as long as the first time.',
            )}
      </p>
    </div>
  );
}

function Again({ heatmaps: { ask, isAsking } }: { heatmaps: Heatmaps }) {
  const { t } = useTranslation();
  return (
    <Button type="button" size="small" variant="secondary" onClick={ask} busy={isAsking}>
      {t('Try again')}
    </Button>
  );
}

function Words({ heatmaps }: { heatmaps: Heatmaps }) {
  const { t } = useTranslation();
  const say = useSay();
  const { words, chosen, choose, opacityPercent, setOpacityPercent, sentences } = heatmaps;
  return (
    <>
      <div role="group" aria-label={t('Words of the prompt')} className={css.words}>
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
          <p key={sentence}>{say(sentence)}</p>
        ))}
      </div>
      {chosen && (
        <>
          <div className={css.legend}>
            <span>{t('little')}</span>
            <span className={css.colours} style={{ background: HEAT_GRADIENT }} aria-hidden />
            <span>{t('a lot')}</span>
          </div>
          <RangeField
            id="heatmap-opacity"
            label={t('How strongly the colours cover the picture')}
            min={0}
            max={100}
            step={5}
            unit="%"
            value={opacityPercent}
            onValueChange={setOpacityPercent}
            ends={[t('only the picture'), t('only the colours')]}
          />
        </>
      )}
    </>
  );
}
