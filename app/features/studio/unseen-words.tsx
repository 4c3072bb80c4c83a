import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { parsePrompt } from '#worker/engine/prompt/prompt.ts';
import { findUnseenWords } from './find-unseen-words.ts';
import css from './unseen-words.module.css';

interface UnseenWordsProps {
  prompt: string;
  modelName: string;
  words: { known: string[]; weak: string[] };
}

/** Says which words of a prompt a small model can't know; whoever writes them may still try. */
export function UnseenWords({ prompt, modelName, words }: UnseenWordsProps) {
  const { t, i18n } = useTranslation();
  // What names a LoRA is no word to the model; both dialects agree on that.
  const read = parsePrompt(prompt, 'webui').parts.map((part) => ('text' in part ? part.text : ' '));
  const { unseen, barelySeen } = findUnseenWords(read.join(''), words);
  if (unseen.length + barelySeen.length === 0) return null;
  return (
    <p className={css.hint}>
      <Lightbulb aria-hidden />
      <span>
        {unseen.length > 0 && (
          <>
            {t('{{modelName}} has never seen {{words}}.', {
              modelName,
              words: listWords(i18n.language, unseen),
            })}{' '}
          </>
        )}
        {barelySeen.length > 0 && (
          <>
            {unseen.length > 0
              ? t('It has hardly practised {{words}}.', {
                  words: listWords(i18n.language, barelySeen),
                })
              : t('{{modelName}} has hardly practised {{words}}.', {
                  modelName,
                  words: listWords(i18n.language, barelySeen),
                })}
          </>
        )}
      </span>
    </p>
  );
}

function listWords(language: string, words: string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
}
