import css from './weight-chip.module.css';

interface WeightChipProps {
  text: string;
  weight: number;
  /** Makes the chip a button. */
  onSelect?: () => void;
  selected?: boolean;
  /** Before the number for a screen reader. */
  weightLabel?: string;
}

/** The weight at which the line under the phrase is as thick as it gets. */
const fullWeight = 2;

/** A phrase of a prompt with its weight: the thicker the paint under it, the more it counts. */
export function WeightChip(props: WeightChipProps) {
  const { text, weight, onSelect, selected, weightLabel = 'weight' } = props;
  const share = Math.min(Math.abs(weight) / fullWeight, 1);
  const inside = (
    <>
      <span className={css.text}>{text}</span>
      <span className={css.weight}>
        <span className="visually-hidden">{weightLabel} </span>×{Number(weight.toFixed(2))}
      </span>
      <svg className={css.paint} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        <rect y={10 - 10 * share} width="100" height={10 * share} />
      </svg>
    </>
  );
  const look = weight > 1 ? 'more' : weight < 1 ? 'less' : 'plain';
  if (!onSelect) {
    return (
      <span className={css.chip} data-look={look}>
        {inside}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={css.chip}
      data-look={look}
      aria-pressed={selected}
      onClick={onSelect}
    >
      {inside}
    </button>
  );
}
