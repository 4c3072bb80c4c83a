import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import { fillSlot, findSlotWord } from './fill-slot.ts';
import type { WordSlot } from './find-models.server.ts';
import css from './word-palette.module.css';

interface WordPaletteProps {
  slots: WordSlot[];
  prompt: string;
  dialect: PromptDialect;
  onPrompt: (prompt: string) => void;
}

/** "Place" is another word for a part of a prompt than for a place in a ranking. */
const SLOT = { context: 'slot' };

/** The parts that a prompt is made of, each with the words that the model knows for it. */
export function WordPalette({ slots, prompt, dialect, onPrompt }: WordPaletteProps) {
  const { t } = useTranslation();
  if (slots.length === 0) return null;
  return (
    <Disclosure
      summary={t('Words to try')}
      detail={slots.map(({ name }) => t(name, SLOT)).join(', ')}
    >
      {slots.map(({ name, words }) => {
        const used = findSlotWord(prompt, dialect, words);
        return (
          <Fieldset key={name} legend={t(name, SLOT)}>
            {/* Words that the model reads, and it reads English, in whatever language the page is. */}
            <div className={css.words} lang="en">
              {words.map((word) => (
                <button
                  key={word}
                  type="button"
                  className={css.word}
                  aria-pressed={word === used}
                  onClick={() => onPrompt(fillSlot(prompt, dialect, words, word))}
                >
                  {word}
                </button>
              ))}
            </div>
          </Fieldset>
        );
      })}
    </Disclosure>
  );
}
