import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import css from './differing-phrases-list.module.css';

/** The phrases that one prompt has and the other has not, told apart by sign and line as well as colour. */
export function DifferingPhrasesList({ phrases }: { phrases: DifferingPhrases }) {
  const { t } = useTranslation();
  const { removed, added } = phrases;
  if (removed.length + added.length === 0) return null;
  return (
    <ul className={css.phrases} aria-label={t('What differs in the prompts')}>
      {removed.map((phrase) => (
        <li key={phrase} className={css.removed}>
          <Minus aria-hidden size="1em" />
          <span className="visually-hidden">{t('only left:')} </span>
          <s>{phrase}</s>
        </li>
      ))}
      {added.map((phrase) => (
        <li key={phrase} className={css.added}>
          <Plus aria-hidden size="1em" />
          <span className="visually-hidden">{t('only right:')} </span>
          {phrase}
        </li>
      ))}
    </ul>
  );
}
