import { Form, useNavigation } from '@remix-run/react';
import { ArrowRight, Columns2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { compareUrl } from '#app/features/comparisons/compare-search.ts';
import type { JudgedPairPage } from './find-judged-pair.server.ts';
import css from './pair.module.css';

interface JudgedPairProps {
  exerciseId: string;
  judged: JudgedPairPage;
  asksWhy: boolean;
  hasNext: boolean;
  errors: Record<string, string[] | null>;
}

/** After the vote: who made the two, and from which prompts; and the student's reason where it is asked for. */
export function JudgedPair({ exerciseId, judged, asksWhy, hasNext, errors }: JudgedPairProps) {
  const { t } = useTranslation();
  const { id, verdict, reason, left, right } = judged;
  const busy = useNavigation().formMethod === 'POST';
  return (
    <div className={css.open}>
      <div className={css.sides}>
        <Side picture={left} isChosen={verdict === 'left'} />
        <Side picture={right} isChosen={verdict === 'right'} />
      </div>
      {asksWhy && (
        <Form method="post" className={css.why}>
          <input type="hidden" name="intent" value="explain" />
          <input type="hidden" name="judgementId" value={id} />
          <FormError errors={errors[''] ?? []} />
          <Field id="reason" label={t('Why?')} note={t('optional')} errors={errors.reason ?? []}>
            <TextArea
              id="reason"
              name="reason"
              rows={2}
              maxLength={300}
              defaultValue={reason}
              aria-describedby="reason-error"
            />
          </Field>
          <Button size="small" variant="secondary" busy={busy}>
            {reason === '' ? t('Save') : t('Save again')}
          </Button>
          {reason !== '' && <span role="status">{t('Saved')}</span>}
        </Form>
      )}
      <Cluster>
        {/* Enter goes on, so that the keys are enough for all pairs. */}
        <LinkButton
          to={`/exercises/${exerciseId}`}
          icon={<ArrowRight aria-hidden />}
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={!asksWhy}
        >
          {hasNext ? t('Next pair') : t('Done')}
        </LinkButton>
        {left && right && (
          <LinkButton
            to={compareUrl([left.id, right.id])}
            variant="secondary"
            icon={<Columns2 aria-hidden />}
          >
            {t('Compare the two')}
          </LinkButton>
        )}
      </Cluster>
    </div>
  );
}

function Side({ picture, isChosen }: { picture: JudgedPairPage['left']; isChosen: boolean }) {
  const { t } = useTranslation();
  if (!picture) return <p>{t('This picture is not there any more.')}</p>;
  return (
    <figure className={css.side} data-chosen={isChosen || undefined}>
      <img src={`/pictures/${picture.id}/image`} alt={picture.alt} data-small />
      <figcaption>
        {isChosen && <Badge tone="success">{t('Your choice')}</Badge>}{' '}
        {t('by {{madeBy}}', { madeBy: picture.madeBy })}
        <span className={css.prompt}>{picture.prompt}</span>
      </figcaption>
    </figure>
  );
}
