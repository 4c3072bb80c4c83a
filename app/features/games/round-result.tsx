import { LinkButton } from '#app/components/link-button.tsx';
import { Columns2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Notice } from '#app/components/notice.tsx';
import { compareUrl } from '#app/features/comparisons/compare-search.ts';
import { FIELD_NAMES } from '#app/features/comparisons/find-differing-fields.ts';
import { MarkedPrompt } from '#app/features/comparisons/marked-prompt.tsx';
import type { RoundAnswer } from './answer-round.server.ts';
import css from './round.module.css';

/** After the guess: the answer, and the words and settings that make the difference. */
export function RoundResult({ answer }: { answer: RoundAnswer }) {
  const { t, i18n } = useTranslation();
  const { isRight, differing, rightTokens, chosenTokens, options } = answer;
  const isOfWeights = options.some(({ weight }) => weight !== null);
  return (
    <div className={css.explained}>
      <Notice
        tone={isRight ? 'success' : 'info'}
        live="polite"
        title={isRight ? t('Yes, that’s it') : t('Not this time')}
      >
        {isRight
          ? t('Which part of the picture told you?')
          : t('The two differ in {{names}}.', {
              names: new Intl.ListFormat(i18n.language).format(
                differing.map((field) => t(FIELD_NAMES[field])),
              ),
            })}
      </Notice>
      {isOfWeights ? (
        <Weights answer={answer} />
      ) : (
        <>
          <ul className={css.revealed}>
            <li>
              <img src={`/pictures/${answer.pictureId}/image`} alt={t('The picture to guess.')} />
            </li>
          </ul>
          <p className={css.label}>{t('The prompt that made it:')}</p>
          <MarkedPrompt tokens={isRight ? shareAll(rightTokens) : rightTokens} missing="" />
          {!isRight && (
            <>
              <p className={css.label}>{t('The prompt that you chose:')}</p>
              <MarkedPrompt tokens={chosenTokens} missing="" />
            </>
          )}
        </>
      )}
    </div>
  );
}

function Weights({ answer }: { answer: RoundAnswer }) {
  const { t } = useTranslation();
  const { options, rightId, choice } = answer;
  return (
    <>
      <ul className={css.revealed}>
        {options.map(({ id, pictureId, prompt, weight }) => (
          <li key={id}>
            <img
              src={`/pictures/${pictureId}/image`}
              alt={t('Picture for: {{prompt}}', { prompt })}
            />
            <span className={css.weight}>
              {t('Weight {{weight}}', { weight })}{' '}
              {id === rightId && <Badge tone="success">{t('The largest')}</Badge>}{' '}
              {id === choice && id !== rightId && <Badge>{t('Your choice')}</Badge>}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton
          to={compareUrl(options.map(({ pictureId }) => pictureId))}
          variant="secondary"
          icon={<Columns2 aria-hidden />}
        >
          {t('Compare them')}
        </LinkButton>
      </div>
    </>
  );
}

function shareAll(tokens: RoundAnswer['rightTokens']): RoundAnswer['rightTokens'] {
  return tokens.map((token) => ({ ...token, isShared: true }));
}
