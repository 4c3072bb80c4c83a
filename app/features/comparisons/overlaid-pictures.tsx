import { useState } from 'react';
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
  const [percent, setPercent] = useState(50);
  const { widthPx, heightPx } = left;
  const { overlays, opacityPercent: heatPercent } = heatmaps;
  return (
    <div className={css.overlaid}>
      <ZoomFrame
        zoom={zoom}
        label={`Picture ${left.label} on picture ${right.label}`}
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
            ? `How much of picture ${left.label} shows`
            : `How strongly picture ${left.label} covers picture ${right.label}`
        }
        min={0}
        max={100}
        unit="%"
        value={percent}
        onValueChange={setPercent}
        ends={[`only ${right.label}`, `only ${left.label}`]}
      />
    </div>
  );
}
