import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { RangeField } from '#app/components/range-field.tsx';
import { WeightChip } from '#app/components/weight-chip.tsx';
import { describePrompt, parsePrompt, setPhraseWeight } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect, PromptPart, ReadPhrase } from '#worker/engine/prompt/prompt.ts';
import css from './read-as.module.css';

interface ReadAsProps {
  /** The field that this explains may name it in aria-describedby. */
  id?: string;
  prompt: string;
  dialect: PromptDialect;
  /** Makes each phrase a button with a slider for its weight; the prompt is rewritten to match. */
  onPrompt?: ((prompt: string) => void) | undefined;
}

/** Shows how the model will read a prompt: its phrases, each with its weight, and what was not understood. */
export function ReadAs({ id, prompt, dialect, onPrompt }: ReadAsProps) {
  const { t } = useTranslation();
  const say = useSay();
  const [chosen, setChosen] = useState<number>();
  const phrases = describePrompt(prompt, dialect);
  const { errors, loras } = parsePrompt(prompt, dialect);
  const phrase = chosen === undefined ? undefined : phrases[chosen];
  return (
    <div id={id} className={css.readAs}>
      <p className={css.label}>{t('Read as')}</p>
      {phrases.length + loras.length === 0 ? (
        <p className={css.empty}>{t('Your phrases appear here, each with its weight.')}</p>
      ) : (
        <ul className={css.phrases}>
          {phrases.map((each, index) => (
            <li key={index}>
              <WeightChip
                text={describePhrase(each)}
                weight={each.weight}
                {...(onPrompt && {
                  selected: index === chosen,
                  onSelect: () => setChosen(index === chosen ? undefined : index),
                })}
              />
            </li>
          ))}
          {loras.map(({ name, strength, start }) => (
            <li key={`lora ${start}`}>
              <WeightChip text={`LoRA ${name}`} weight={strength} />
            </li>
          ))}
        </ul>
      )}
      {phrase && onPrompt && (
        <div className={css.slider}>
          <RangeField
            id={`${id ?? 'read-as'}-weight`}
            label={t('Weight of “{{text}}”', { text: phrase.text.trim() })}
            min={0}
            max={2}
            step={0.05}
            value={Number(phrase.weight.toFixed(2))}
            ends={[t('hardly counts'), t('counts twice')]}
            onValueChange={(weight) =>
              onPrompt(setPhraseWeight(prompt, dialect, chosen ?? 0, weight))
            }
          />
        </div>
      )}
      {errors.map(({ message, start }) => (
        <p key={`${start} ${message}`} className={css.error}>
          {say(message)}
        </p>
      ))}
    </div>
  );
}

/** A phrase that mixes weights names those within it. */
function describePhrase({ text, weight, parts }: ReadPhrase): string {
  if (parts.length <= 1) return text;
  return parts.map((part) => describePart(part, weight)).join('');
}

function describePart(part: PromptPart, around: number): string {
  if ('break' in part) return ' BREAK ';
  return part.weight === around ? part.text : `${part.text} (×${Number(part.weight.toFixed(2))})`;
}
