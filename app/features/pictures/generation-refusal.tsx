import { useFetcher } from '@remix-run/react';
import { EyeOff, RotateCcw, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import css from './generation-progress.module.css';
import type { GenerationStatus } from './generation-status.ts';

/** Why there is no picture, in a calm sentence, and what the student can do about it. */
export function GenerationRefusal({ generation }: { generation: GenerationStatus }) {
  const { t } = useTranslation();
  const say = useSay();
  const { state, failure } = generation;
  if (state === 'held') {
    return (
      <Message icon={<EyeOff aria-hidden />} text={t('Your teacher looks at this one first.')}>
        <p>{t('It appears here once they have.')}</p>
      </Message>
    );
  }
  if (state === 'blocked') {
    return (
      <Message icon={<ShieldQuestion aria-hidden />} text={t('Easel can’t make this one.')}>
        <AskForReview generation={generation} />
      </Message>
    );
  }
  if (state === 'finished') return <Message text={t('This picture was removed.')} />;
  const failed = failure ? say(failure) : t('Something went wrong while this picture was made.');
  return (
    <Message text={state === 'cancelled' ? t('Cancelled.') : failed}>
      <TryAgain generation={generation} />
    </Message>
  );
}

function TryAgain({ generation: { id } }: { generation: GenerationStatus }) {
  const { t } = useTranslation();
  const say = useSay();
  const again = useFetcher<{ error?: string }>();
  return (
    <again.Form method="post" action={`/generations/${id}`}>
      <input type="hidden" name="intent" value="repeat" />
      <Button
        variant="secondary"
        size="small"
        icon={<RotateCcw aria-hidden />}
        busy={again.state !== 'idle'}
      >
        {t('Try again')}
      </Button>
      {again.data?.error && <p role="alert">{say(again.data.error)}</p>}
    </again.Form>
  );
}

function AskForReview({ generation: { id, reviewAsked } }: { generation: GenerationStatus }) {
  const { t } = useTranslation();
  const say = useSay();
  const ask = useFetcher<{ error?: string }>();
  if (ask.data?.error) return <p role="alert">{say(ask.data.error)}</p>;
  if (reviewAsked || ask.data)
    return <p>{t('You asked for a review. Your teacher will answer.')}</p>;
  return (
    <ask.Form method="post" action={`/generations/${id}`}>
      <input type="hidden" name="intent" value="review" />
      <Button variant="secondary" size="small" busy={ask.state !== 'idle'}>
        {t('Ask for a review')}
      </Button>
    </ask.Form>
  );
}

function Message({
  icon,
  text,
  children,
}: {
  icon?: ReactNode;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className={css.message}>
      {icon}
      <p className={css.text}>{text}</p>
      {children}
    </div>
  );
}
