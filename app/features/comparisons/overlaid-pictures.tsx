import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RangeField } from '#app/components/range-field.tsx';
import type { Heatmaps } from '#app/features/heatmaps/use-heatmaps.ts';
import type { ComparedPicture } from './find-comparison.server.ts';
import css from './overlaid-pictures.module.css';
import type { Zoom } from './use-zoom.ts';
import { Layer, ZoomFrame } from './zoom-frame.tsx';

interface OverlaidPicturesProps {
  way: 'slider' | 'onion';
  left: ComparedPicture;
  right: ComparedPicture;
  zoom: Zoom;
  heatmaps: Heatmaps;
}

/** Two pictures on top of each other: one uncovered up to a line, or shining through the other. */
export function OverlaidPictures({ way, left, right, zoom, heatmaps }: OverlaidPicturesProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState(50);
  const { widthPx, heightPx } = left;
  const { overlays, opacityPercent: heatPercent } = heatmaps;
  return (
    <div className={css.overlaid}>
      <ZoomFrame
        zoom={zoom}
        label={t('Picture {{label}} on picture {{label2}}', {
          label: left.label,
          label2: right.label,
        })}
        widthPx={widthPx}
        heightPx={heightPx}
      >
        <Layer picture={right} heat={overlays[right.id]} heatPercent={heatPercent} />
        <Layer
          picture={left}
          heat={overlays[left.id]}
          heatPercent={heatPercent}
          {...(way === 'slider' ? { shownPercent: percent } : { opacityPercent: percent })}
        />
        {way === 'slider' && (
          <span className={css.line} style={{ left: `${percent}%` }} aria-hidden />
        )}
      </ZoomFrame>
      <RangeField
        id="compare-share"
        label={
          way === 'slider'
            ? t('How much of picture {{label}} shows', { label: left.label })
            : t('How strongly picture {{label}} covers picture {{label2}}', {
                label: left.label,
                label2: right.label,
              })
        }
        min={0}
        max={100}
        unit="%"
        value={percent}
        onValueChange={setPercent}
        ends={[
          t('only {{label}}', { label: right.label }),
          t('only {{label}}', { label: left.label }),
        ]}
      />
    </div>
  );
}
