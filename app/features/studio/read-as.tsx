import { describePrompt, parsePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect, PromptPart, ReadPhrase } from '#worker/engine/prompt/prompt.ts';
import css from './read-as.module.css';

interface ReadAsProps {
  /** The field that this explains may name it in aria-describedby. */
  id?: string;
  prompt: string;
  dialect: PromptDialect;
}

/** Shows how the model will read a prompt: its phrases, each with its weight, and what was not understood. */
export function ReadAs({ id, prompt, dialect }: ReadAsProps) {
  const phrases = describePrompt(prompt, dialect);
  const { errors } = parsePrompt(prompt, dialect);
  return (
    <div id={id} className={css.readAs}>
      <p className={css.label}>Read as</p>
      {phrases.length === 0 ? (
        <p className={css.empty}>Your phrases appear here, each with its weight.</p>
      ) : (
        <ul className={css.phrases}>
          {phrases.map((phrase) => (
            <li key={phrase.start} className={css.phrase}>
              <Phrase phrase={phrase} />
            </li>
          ))}
        </ul>
      )}
      {errors.map(({ message, start }) => (
        <p key={`${start} ${message}`} className={css.error}>
          {message}
        </p>
      ))}
    </div>
  );
}

function Phrase({ phrase: { text, weight, parts } }: { phrase: ReadPhrase }) {
  if (parts.length <= 1) return <Weighted text={text} weight={weight} />;
  return parts.map((part, index) => <Part key={index} part={part} />);
}

function Part({ part }: { part: PromptPart }) {
  if ('break' in part) return <span className={css.weight}>BREAK</span>;
  return <Weighted text={part.text} weight={part.weight} />;
}

function Weighted({ text, weight }: { text: string; weight: number }) {
  if (weight === 1) return <span>{text}</span>;
  return (
    <span className={css.weighted} data-strength={weight > 1 ? 'more' : 'less'}>
      {text}
      <span className="visually-hidden"> with weight </span>
      <span className={css.weight}>{Number(weight.toFixed(3))}</span>
    </span>
  );
}
