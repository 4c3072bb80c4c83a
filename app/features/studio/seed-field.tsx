import { Dices, Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  const isLocked = seed !== '';
  return (
    <Field
      id={id}
      label={t('Seed')}
      hint={
        isLocked
          ? t('Locked: every picture starts from this noise.')
          : t('A new one for each picture.')
      }
      errors={errors}
    >
      <div className={css.row}>
        <TextInput
          id={id}
          name="seed"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('new each time')}
          value={seed}
          aria-describedby={`${id}-description ${id}-error`}
          aria-invalid={errors ? true : undefined}
          onChange={(event) => onSeed(event.currentTarget.value.trim())}
        />
        <button
          type="button"
          className={css.button}
          aria-pressed={isLocked}
          aria-label={t('Keep this seed')}
          title={isLocked ? t('Unlock the seed') : t('Keep the last seed')}
          onClick={() => onSeed(isLocked ? '' : (lastSeed ?? drawSeed()))}
        >
          {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        </button>
        <button
          type="button"
          className={css.button}
          aria-label={t('Roll a new seed')}
          title={t('Roll a new seed')}
          onClick={() => onSeed(drawSeed())}
        >
          <Dices aria-hidden />
        </button>
      </div>
    </Field>
  );
}
