import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { PinnedPicture } from './pinned-picture.tsx';
import type { PeerWork } from './find-peer-work.server.ts';
import css from './returned-work.module.css';

interface PeerPageProps {
  work: PeerWork;
  errors: Record<string, string[]>;
}

/** One work of somebody else after another, to be reviewed without a name on either side. */
export function PeerPage({ work, errors }: PeerPageProps) {
  const { t } = useTranslation();
  const { next, done, total, rubric, assignmentId } = work;
  return (
    <Stack gap="large">
      <PageHeader
        title={next?.isExample ? t('Review an example') : t('Review another’s work')}
        lead={t('{{min}} of {{total}}. Nobody sees your name, and you see none.', {
          min: Math.min(done + 1, total),
          total,
        })}
        back={{ to: `/assignments/${assignmentId}`, label: work.title }}
      />
      {work.examples.map(({ id, yours, teachers }) => (
        <Disclosure key={id} summary={t('How your teacher saw the example')}>
          <ul>
            {rubric.map((criterion) => {
              const nameOf = (levelId: string | null | undefined) =>
                criterion.levels.find((level) => level.id === levelId)?.name ?? t('not graded');
              const score = teachers.find(({ criterionId }) => criterionId === criterion.id);
              return (
                <li key={criterion.id}>
                  {t('{{name}}: {{level}}. You said: {{yours}}. {{remark}}', {
                    name: criterion.name,
                    level: nameOf(score?.levelId),
                    yours: nameOf(yours[criterion.id]),
                    remark: score?.remark,
                  })}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      ))}
      {next ? (
        <Split
          ratio="even"
          aside={<ReviewForm key={next.id} work={work} reviewId={next.id} errors={errors} />}
        >
          <Card title={t('The work')}>
            <Stack>
              {work.pictures.map((picture) => (
                <Stack key={picture.id} gap="small">
                  <PinnedPicture picture={picture} comments={[]} />
                  <p className={css.text}>{picture.prompt}</p>
                </Stack>
              ))}
              {next.text && <p className={css.text}>{next.text}</p>}
            </Stack>
          </Card>
        </Split>
      ) : (
        <EmptyState title={t('All your reviews are written')} drawing="done">
          {t('Thank you. What others say about your work comes with your grade.')}
        </EmptyState>
      )}
    </Stack>
  );
}

function ReviewForm({ work, reviewId, errors }: PeerPageProps & { reviewId: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Card title={t('Your review')}>
      <Form method="post">
        <Stack>
          <FormError errors={errors[''] ?? errors.levels} />
          <input type="hidden" name="reviewId" value={reviewId} />
          {work.rubric.map(({ id, name, description, levels }) => (
            <RadioCards
              key={id}
              id={`criterion-${id}`}
              name={`levels.${id}`}
              legend={name}
              hint={description || undefined}
              layout="list"
              options={levels.map((level) => ({ value: level.id, label: level.name }))}
            />
          ))}
          <Field
            id="comment"
            label={t('What works, and what would you try next?')}
            errors={errors.comment}
          >
            <TextArea
              id="comment"
              name="comment"
              rows={4}
              maxLength={2000}
              aria-describedby="comment-error"
            />
          </Field>
          <Button busy={busy}>{t('Hand in my review')}</Button>
        </Stack>
      </Form>
    </Card>
  );
}
