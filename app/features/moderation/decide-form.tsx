import { useFetcher } from '@remix-run/react';
import { Check, EyeOff, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import css from './class-wall.module.css';

interface DecideFormProps {
  classId: string;
  generationId: string;
  hasPicture: boolean;
  open: boolean;
}

/** A teacher's decision, with a reason. */
export function DecideForm({ classId, generationId, hasPicture, open }: DecideFormProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ errors: string[] }>();
  const busy = fetcher.formData?.get('decision');
  const reasonId = `reason-${generationId}`;
  return (
    <details className={css.more} open={open}>
      <summary>{t('Decide')}</summary>
      <fetcher.Form method="post" action={`/classes/${classId}/decisions`} className={css.decide}>
        <input type="hidden" name="generationId" value={generationId} />
        <Field
          id={reasonId}
          label={t('Reason')}
          note={t('kept in the log')}
          errors={fetcher.data?.errors}
        >
          <TextInput
            id={reasonId}
            name="reason"
            maxLength={300}
            autoComplete="off"
            aria-describedby={fetcher.data?.errors ? `${reasonId}-error` : undefined}
          />
        </Field>
        <Cluster>
          <Button
            name="decision"
            value="approve"
            size="small"
            icon={<Check aria-hidden />}
            busy={busy === 'approve'}
          >
            {hasPicture ? t('Approve') : t('Let it run')}
          </Button>
          <Button
            name="decision"
            value="keep-held"
            size="small"
            variant="secondary"
            icon={<EyeOff aria-hidden />}
            busy={busy === 'keep-held'}
          >
            {hasPicture ? t('Keep held') : t('Keep blocked')}
          </Button>
          {hasPicture && (
            <Button
              name="decision"
              value="remove"
              size="small"
              variant="danger"
              icon={<Trash2 aria-hidden />}
              busy={busy === 'remove'}
            >
              {t('Remove')}
            </Button>
          )}
        </Cluster>
      </fetcher.Form>
    </details>
  );
}
