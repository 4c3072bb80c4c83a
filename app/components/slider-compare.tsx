import { MoveHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './slider-compare.module.css';

interface ComparedPicture {
  src: string;
  alt: string;
  label: string;
}

interface SliderCompareProps {
  before: ComparedPicture;
  after: ComparedPicture;
  widthPx: number;
  heightPx: number;
  label?: string;
}

/** Two pictures of one size on top of each other; a slider uncovers the one or the other. */
export function SliderCompare(props: SliderCompareProps) {
  const { t } = useTranslation();
  const {
    before,
    after,
    widthPx,
    heightPx,
    label = t('How much of the first picture shows'),
  } = props;
  const [percent, setPercent] = useState(50);
  return (
    <div className={css.frame}>
      <div
        className={css.compare}
        style={{ '--shown': `${percent}%`, aspectRatio: `${widthPx} / ${heightPx}` } as object}
      >
        <img src={after.src} alt={after.alt} width={widthPx} height={heightPx} />
        <img
          src={before.src}
          alt={before.alt}
          width={widthPx}
          height={heightPx}
          className={css.over}
        />
        <span className={css.label} data-side="before" aria-hidden>
          {before.label}
        </span>
        <span className={css.label} data-side="after" aria-hidden>
          {after.label}
        </span>
        <span className={css.line} aria-hidden>
          <span className={css.handle}>
            <MoveHorizontal />
          </span>
        </span>
        {/* The whole picture is the slider: drag anywhere, or arrow keys. */}
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          className={css.range}
          aria-label={label}
          aria-valuetext={`${before.label} ${percent} %, ${after.label} ${100 - percent} %`}
          onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}
