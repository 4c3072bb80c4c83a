import { Dices, Lock, LockOpen } from 'lucide-react';
import { Field } from '#app/components/field.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { drawSeed } from './draft.ts';
import css from './seed-field.module.css';

interface SeedFieldProps {
  id: string;
  seed: string;
  errors: string[] | undefined;
  /** The seed of the newest picture: what a student usually wants to keep. */
  lastSeed: string | undefined;
  onSeed: (seed: string) => void;
}

/** An empty seed is a new one each time; the lock keeps one, the die rolls another. */
export function SeedField({ id, seed, errors, lastSeed, onSeed }: SeedFieldProps) {
  const isLocked = seed !== '';
  return (
    <Field
      id={id}
      label="Seed"
      hint={
        isLocked ? 'Locked: every picture starts from this noise.' : 'A new one for each picture.'
      }
      errors={errors}
    >
      <div className={css.row}>
        <TextInput
          id={id}
          name="seed"
          inputMode="numeric"
          autoComplete="off"
          placeholder="new each time"
          value={seed}
          aria-describedby={`${id}-description ${id}-error`}
          aria-invalid={errors ? true : undefined}
          onChange={(event) => onSeed(event.currentTarget.value.trim())}
        />
        <button
          type="button"
          className={css.button}
          aria-pressed={isLocked}
          aria-label="Keep this seed"
          title={isLocked ? 'Unlock the seed' : 'Keep the last seed'}
          onClick={() => onSeed(isLocked ? '' : (lastSeed ?? drawSeed()))}
        >
          {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        </button>
        <button
          type="button"
          className={css.button}
          aria-label="Roll a new seed"
          title="Roll a new seed"
          onClick={() => onSeed(drawSeed())}
        >
          <Dices aria-hidden />
        </button>
      </div>
    </Field>
  );
}
