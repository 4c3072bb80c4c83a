import { useTranslation } from 'react-i18next';
import css from './marked-prompt.module.css';
import type { PromptToken } from './diff-prompts.ts';

interface MarkedPromptProps {
  tokens: PromptToken[];
  /** What the first prompt has and this one has not. */
  missing: string;
}

/** A prompt with what the first one lacks underlined and bold, and what it lacks itself struck through below. */
export function MarkedPrompt({ tokens, missing }: MarkedPromptProps) {
  const { t } = useTranslation();
  if (tokens.length === 0 && missing === '') return <p className={css.prompt}>{t('No words')}</p>;
  return (
    <>
      <p className={css.prompt}>
        {tokens.map(({ text, isShared }, index) =>
          isShared ? <span key={index}>{text}</span> : <Added key={index} text={text} />,
        )}
      </p>
      {missing !== '' && (
        <p className={css.missing}>
          {t('Not here:')} <del className={css.removed}>{missing}</del>
        </p>
      )}
    </>
  );
}

function Added({ text }: { text: string }) {
  const word = text.trimStart();
  return (
    <>
      {text.slice(0, text.length - word.length)}
      <ins className={css.added}>{word}</ins>
    </>
  );
}
