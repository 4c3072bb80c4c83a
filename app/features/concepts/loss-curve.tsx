import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import css from './loss-curve.module.css';
import type { ConceptLosses } from './concept-losses.ts';

interface LossCurveProps extends ConceptLosses {
  steps: number;
}

const WIDTH = 320;
const HEIGHT = 120;
/** A step's loss hangs on its noise; the mean over so many shows where it goes. */
const MEAN_OVER = 25;
/** Means over fewer jump about. */
const FIRST_STEP = 10;

/** How far off the model is, step by step: on what it learns from, and on the picture that it never sees. */
export function LossCurve({ losses, checks, steps }: LossCurveProps) {
  const { t } = useTranslation();
  const learned = runningMeans(losses);
  const all = [...learned, ...checks].map(({ loss }) => loss);
  if (all.length < 2)
    return <p className={css.none}>{t('The curve appears after the first 25 steps.')}</p>;
  const top = Math.max(...all) * 1.05;
  const bottom = Math.min(...all) * 0.95;
  const place = ({ step, loss }: { step: number; loss: number }) => {
    const x = (step / steps) * WIDTH;
    const y = HEIGHT - ((loss - bottom) / (top - bottom || 1)) * HEIGHT;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const best = checks.reduce<(typeof checks)[number] | undefined>(
    (least, check) => (!least || check.loss < least.loss ? check : least),
    undefined,
  );
  return (
    <figure className={css.figure}>
      <svg
        viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`}
        className={css.plot}
        role="img"
        aria-label={sayCurve(t, learned, checks)}
      >
        <line x1={0} y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className={css.axis} />
        <polyline points={learned.map(place).join(' ')} className={css.learned} />
        <polyline points={checks.map(place).join(' ')} className={css.checks} />
      </svg>
      <figcaption className={css.key}>
        <span className={css.learnedKey}>{t('Error on the pictures it learns from')}</span>
        {checks.length > 0 && (
          <span className={css.checksKey}>
            {t('Error on the picture that is kept back')}
            {best && `, ${t('smallest after step {{step}}', { step: best.step })}`}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function runningMeans(losses: ConceptLosses['losses']): ConceptLosses['losses'] {
  return losses
    .map(({ step }, i) => {
      const near = losses.slice(Math.max(0, i + 1 - MEAN_OVER), i + 1);
      return { step, loss: near.reduce((sum, { loss }) => sum + loss, 0) / near.length };
    })
    .filter((_, i) => i % 5 === 4 && i >= FIRST_STEP - 1);
}

function sayCurve(
  t: TFunction,
  learned: ConceptLosses['losses'],
  checks: ConceptLosses['checks'],
): string {
  const say = (name: string, [first, last]: ({ loss: number } | undefined)[]) =>
    first && last
      ? `${name} ${t('from {{first}} to {{last}}.', { first: first.loss.toFixed(3), last: last.loss.toFixed(3) })} `
      : '';
  return (
    say(t('Error on the pictures it learns from:'), [learned[0], learned.at(-1)]) +
    say(t('Error on the picture kept back:'), [checks[0], checks.at(-1)])
  ).trim();
}
