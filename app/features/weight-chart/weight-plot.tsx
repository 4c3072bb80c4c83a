import { useTranslation } from 'react-i18next';
import css from './weight-plot.module.css';
import type { WeightPoint, WeightSummary } from './summarise-weights.ts';

interface WeightPlotProps {
  phrase: string;
  points: WeightPoint[];
  weights: WeightSummary[];
}

const WIDTH = 480;
const HEIGHT = 240;
const LEFT = 44;
const BOTTOM = 40;
const TICKS = 4;

/** A dot a picture, weight against change, and a line through the medians. The table beside it says the same. */
export function WeightPlot({ phrase, points, weights }: WeightPlotProps) {
  const { t, i18n } = useTranslation();
  const all = weights.map(({ weight }) => weight);
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const top = Math.max(...weights.map((each) => each.most), 1) * 1.1;
  const x = (weight: number) => LEFT + ((weight - least) / (most - least)) * WIDTH;
  const y = (difference: number) => HEIGHT - (difference / top) * HEIGHT;
  const print = (value: number) =>
    value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  const label = t('The weight of “{{phrase}}” against how much the picture changed.', { phrase });
  return (
    <svg
      viewBox={`0 -8 ${LEFT + WIDTH + 16} ${HEIGHT + BOTTOM + 8}`}
      className={css.plot}
      role="img"
      aria-label={label}
    >
      {Array.from({ length: TICKS + 1 }, (_, at) => (top * at) / TICKS).map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={LEFT + WIDTH} y1={y(value)} y2={y(value)} className={css.grid} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={css.number}>
            {print(value)}
          </text>
        </g>
      ))}
      {all.map((weight) => (
        <text key={weight} x={x(weight)} y={HEIGHT + 16} textAnchor="middle" className={css.number}>
          {weight.toLocaleString(i18n.language)}
        </text>
      ))}
      <text x={LEFT + WIDTH / 2} y={HEIGHT + 35} textAnchor="middle" className={css.name}>
        {t('Weight')}
      </text>
      <polyline
        points={weights.map(({ weight, median }) => `${x(weight)},${y(median)}`).join(' ')}
        className={css.medians}
      />
      {points.map(({ pictureId, baseId, weight, difference }) => (
        <circle
          key={`${pictureId} ${baseId}`}
          cx={x(weight)}
          cy={y(difference)}
          r={5}
          className={css.point}
        />
      ))}
    </svg>
  );
}
