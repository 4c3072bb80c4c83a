import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { FormError } from '#app/components/form-error.tsx';
import type { DealtPage } from './deal-pair.server.ts';
import css from './pair.module.css';

type Pair = NonNullable<DealtPage['pair']>;

interface OpenPairProps {
  pair: Pair;
  question: string;
  errors: Record<string, string[] | null>;
}

const VERDICTS = [
  { verdict: 'left', name: 'Left', keys: ['1', 'ArrowLeft'], sign: '1 or ←' },
  { verdict: 'right', name: 'Right', keys: ['2', 'ArrowRight'], sign: '2 or →' },
  { verdict: 'tie', name: 'Both the same', keys: ['3', 'ArrowUp'], sign: '3 or ↑' },
  { verdict: 'bothBad', name: 'Neither', keys: ['4', 'ArrowDown'], sign: '4 or ↓' },
] as const;

/** Two pictures without names, and four answers, by pointer or by key. */
export function OpenPair({ pair, question, errors }: OpenPairProps) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select'))
        return;
      const chosen = VERDICTS.find(({ keys }) => (keys as readonly string[]).includes(event.key));
      const button = form.current?.querySelector<HTMLButtonElement>(`[value="${chosen?.verdict}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Form ref={form} method="post" className={css.open}>
      <input type="hidden" name="intent" value="judge" />
      <input type="hidden" name="judgementId" value={pair.id} />
      <FormError errors={errors[''] ?? errors.verdict ?? []} />
      <div className={css.sides}>
        <Side picture={pair.left} label={t('Left')} />
        <Side picture={pair.right} label={t('Right')} />
      </div>
      <fieldset className={css.verdicts}>
        <legend className="visually-hidden">{question}</legend>
        {VERDICTS.map(({ verdict, name, sign }) => (
          <Button
            key={verdict}
            name="verdict"
            value={verdict}
            variant={verdict === 'left' || verdict === 'right' ? 'primary' : 'secondary'}
            busy={busy}
          >
            {t(name)}
            <kbd className={css.key} aria-hidden>
              {t(sign)}
            </kbd>
          </Button>
        ))}
      </fieldset>
    </Form>
  );
}

/** Its words stay: for who can’t see it they are the picture. */
function Side({ picture, label }: { picture: Pair['left']; label: string }) {
  const { id, alt, widthPx, heightPx } = picture;
  return (
    <figure className={css.side}>
      <img
        src={`/pictures/${id}/image`}
        alt={`${label}: ${alt}`}
        width={widthPx}
        height={heightPx}
        data-small={Math.max(widthPx, heightPx) <= 256 || undefined}
      />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
