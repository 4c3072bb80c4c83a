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
const LEFT = 52;
const BOTTOM = 40;
const MOST_TICKS = 5;

/** A dot a picture, weight against change, and a line through the medians. The table beside it says the same. */
export function WeightPlot({ phrase, points, weights }: WeightPlotProps) {
  const { t, i18n } = useTranslation();
  const all = weights.map(({ weight }) => weight);
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const ticks = findTicks(Math.max(...weights.map((each) => each.most), 1));
  const top = ticks.at(-1)!;
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
      {ticks.map((value) => (
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
      <text x={-HEIGHT / 2} y={12} textAnchor="middle" transform="rotate(-90)" className={css.name}>
        {t('Change in the picture')}
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

/** From 0 to above the largest value, in steps of 1, 2 or 5 times a power of ten. */
function findTicks(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most / MOST_TICKS));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => most <= each * MOST_TICKS)!;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}
