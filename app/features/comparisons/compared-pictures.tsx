import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Select } from '#app/components/select.tsx';
import { HeatmapPanel } from '#app/features/heatmaps/heatmap-panel.tsx';
import { useHeatmaps } from '#app/features/heatmaps/use-heatmaps.ts';
import css from './compared-pictures.module.css';
import type { ComparedPicture } from './find-comparison.server.ts';
import { OverlaidPictures } from './overlaid-pictures.tsx';
import { useZoom } from './use-zoom.ts';
import type { Zoom } from './use-zoom.ts';
import { Layer, ZoomFrame } from './zoom-frame.tsx';

const WAYS = { beside: 'Side by side', slider: 'Slider', onion: 'Onion skin' } as const;
type Way = keyof typeof WAYS;

/** Two to four pictures: beside each other, or two of them on top of each other; zoom moves all together. */
export function ComparedPictures({ pictures }: { pictures: ComparedPicture[] }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('beside');
  const [pair, setPair] = useState<[number, number]>([0, 1]);
  const zoom = useZoom();
  const heatmaps = useHeatmaps(pictures);
  const { overlays, opacityPercent: heatPercent } = heatmaps;
  const [lower, upper] = [pictures[pair[0]], pictures[pair[1]]];
  return (
    <section aria-labelledby="compared-pictures" className={css.section}>
      <h2 id="compared-pictures" className="visually-hidden">
        {t('Pictures')}
      </h2>
      <div className={css.tools}>
        <div role="group" aria-label={t('How to look at them')} className={css.ways}>
          {Object.entries(WAYS).map(([key, name]) => (
            <Button
              key={key}
              type="button"
              size="small"
              variant={key === way ? 'primary' : 'secondary'}
              aria-pressed={key === way}
              onClick={() => setWay(key as Way)}
            >
              {t(name)}
            </Button>
          ))}
        </div>
        <ZoomButtons zoom={zoom} />
      </div>
      {way !== 'beside' && pictures.length > 2 && (
        <Cluster>
          {[0, 1].map((side) => (
            <label key={side} className={css.choice} htmlFor={`compare-side-${side}`}>
              {side === 0 ? t('Picture') : t('with')}
              <Select
                id={`compare-side-${side}`}
                value={pair[side]}
                options={pictures.map(({ label }, at) => ({ value: String(at), label }))}
                onChange={(event) => {
                  const chosen = Number(event.currentTarget.value);
                  setPair(side === 0 ? [chosen, pair[1]] : [pair[0], chosen]);
                }}
              />
            </label>
          ))}
        </Cluster>
      )}
      {way !== 'beside' && lower && upper ? (
        <OverlaidPictures way={way} left={lower} right={upper} zoom={zoom} heatmaps={heatmaps} />
      ) : (
        <ul className={css.beside} data-count={pictures.length}>
          {pictures.map((picture) => (
            <li key={picture.id} className={css.picture}>
              <ZoomFrame
                zoom={zoom}
                label={t('Picture {{label}}', { label: picture.label })}
                badge={picture.label}
                widthPx={picture.widthPx}
                heightPx={picture.heightPx}
              >
                <Layer picture={picture} heat={overlays[picture.id]} heatPercent={heatPercent} />
              </ZoomFrame>
            </li>
          ))}
        </ul>
      )}
      <p className={css.hint}>
        <Trans
          i18nKey="Press <kbd>+</kbd> and <kbd>−</kbd> in a picture to zoom, drag it or use the arrow keys to move. All pictures move together."
          components={{ kbd: <kbd /> }}
        />
      </p>
      <HeatmapPanel heatmaps={heatmaps} />
    </section>
  );
}

function ZoomButtons({ zoom: { view, zoomIn, zoomOut, reset } }: { zoom: Zoom }) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('Zoom')} className={css.ways}>
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={zoomOut}
        aria-label={t('Smaller')}
      >
        <ZoomOut aria-hidden />
      </Button>
      <span role="status" className={css.scale}>
        {Math.round(view.scale * 100)} %
      </span>
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={zoomIn}
        aria-label={t('Larger')}
      >
        <ZoomIn aria-hidden />
      </Button>
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={reset}
        aria-label={t('Whole picture')}
      >
        <Maximize aria-hidden />
      </Button>
    </div>
  );
}
