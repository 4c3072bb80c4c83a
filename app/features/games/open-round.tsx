import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import type { GameRound } from './find-game-page.server.ts';
import css from './round.module.css';

/** A round before the guess: each answer is a button. */
export function OpenRound({ round }: { round: GameRound }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  if (round.kind === 'prompt')
    return (
      <Form method="post" className={css.round}>
        <input type="hidden" name="round" value={round.name} />
        <img
          className={css.large}
          src={`/pictures/${round.name}/image`}
          alt={t('The picture to guess. Its words would give the answer away.')}
        />
        <fieldset className={css.answers}>
          <legend className={css.question}>{t('Which prompt made this picture?')}</legend>
          {round.options.map(({ id, prompt }) => (
            <Button key={id} name="choice" value={id} variant="secondary" busy={busy} fullWidth>
              {prompt}
            </Button>
          ))}
        </fieldset>
      </Form>
    );
  const { phrase, weight, options } = round;
  return (
    <Form method="post" className={css.round}>
      <input type="hidden" name="round" value={round.name} />
      <fieldset className={css.answers}>
        <legend className={css.question}>
          {t('In which picture does “{{phrase}}” have the largest weight, {{weight}}?', {
            phrase,
            weight,
          })}
        </legend>
        <div className={css.pictures} data-count={options.length}>
          {options.map(({ id, pictureId }, at) => (
            <div key={id} className={css.option}>
              <img
                src={`/pictures/${pictureId}/image`}
                alt={t('Picture {{label}}', { label: 'ABC'.charAt(at) })}
              />
              <Button name="choice" value={id} variant="secondary" busy={busy} fullWidth>
                {t('Picture {{label}}', { label: 'ABC'.charAt(at) })}
              </Button>
            </div>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
