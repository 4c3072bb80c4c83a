import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './token-count.module.css';

interface TokenCountProps {
  prompt: string;
  dialect: string;
  modelId: string;
}

/** As many as a model of this kind reads at once. */
const CHUNK = 75;
const PAUSE_MS = 250;

/** How long a prompt is for the model, with the mark at which a new chunk begins. */
export function TokenCount({ prompt, dialect, modelId }: TokenCountProps) {
  const { t } = useTranslation();
  const [tokens, setTokens] = useState<number | null>(null);
  useEffect(() => {
    if (prompt.trim() === '') return setTokens(null);
    const stopping = new AbortController();
    const timer = setTimeout(() => {
      const body = new URLSearchParams({ prompt, dialect, modelId });
      fetch('/studio/tokens', { method: 'POST', body, signal: stopping.signal })
        .then((response) => (response.ok ? response.json() : { tokens: null }))
        .then((answer: { tokens: number | null }) => setTokens(answer.tokens))
        // The count is a help, not more: without an answer there is none.
        .catch(() => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [prompt, dialect, modelId]);

  if (tokens === null) return null;
  const most = Math.max(1, Math.ceil(tokens / CHUNK)) * CHUNK;
  return (
    <p className={css.count} data-over={tokens > CHUNK || undefined}>
      <meter min={0} max={most} value={tokens} aria-label={t('Tokens')} />
      <span>
        {t('{{tokens}} of {{most}} tokens', { tokens, most })}
        {tokens > CHUNK &&
          `: ${t('the words after the first {{count}} are read apart', { count: CHUNK })}`}
      </span>
    </p>
  );
}
