import { Form, Link, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { CommentsCard } from '#app/features/comments/comments-card.tsx';
import type { RulesChoice } from './find-class-rules.server.ts';
import { ReplayDiff } from './replay-diff.tsx';
import type { Replay } from './replay-rules.server.ts';
import { isWithin, PICTURE_SETTINGS } from './rules.ts';
import type { PictureSetting, SchoolLimits } from './rules.ts';

interface RulesPageProps {
  classId: string;
  className: string;
  limits: SchoolLimits;
  choices: RulesChoice[];
  /** Whether students may write under pictures. */
  commentsOn: boolean;
  lessons: { slug: string; title: string }[];
  /** The lesson whose rules stand in the form; empty for the whole class. */
  lessonSlug: string;
  replay: Replay;
  reply: { errors?: string[]; preview?: Replay; saved?: boolean } | undefined;
}

const WORDS = [
  { value: 'standard', label: 'Block strong words' },
  { value: 'strict', label: 'Block mild words too (murder, gun, beer)' },
];
const PICTURES: { value: PictureSetting; label: string }[] = [
  { value: 'strict', label: 'Hold more' },
  { value: 'usual', label: 'As usual' },
  { value: 'eased', label: 'Hold less skin, for art and biology' },
];

/** What a class blocks and holds, what is different in a lesson, and what that changes. */
export function RulesPage(props: RulesPageProps) {
  const { t } = useTranslation();
  const { classId, className, limits, choices, lessons, lessonSlug, replay, reply, commentsOn } =
    props;
  const choice = choices.find((each) => each.lessonSlug === lessonSlug);
  const lesson = lessons.find(({ slug }) => slug === lessonSlug);
  const busy = useNavigation().formData?.get('intent');
  const above = lesson ? t('As in the class') : t('As Easel comes');
  return (
    <Stack gap="large">
      <PageHeader
        title={t('What is blocked and held')}
        lead={lesson ? t('In “{{title}}”', { title: lesson.title }) : t('In the whole class')}
        back={{ to: `/classes/${classId}`, label: className }}
      />
      {limits.strictness === 'strict' && (
        <Notice>{t('Your school blocks mild words in every class.')}</Notice>
      )}
      {!isWithin(limits, PICTURE_SETTINGS.eased) && (
        <Notice>{t('Your school lets no class hold less skin than usual.')}</Notice>
      )}
      {reply?.saved && (
        <Notice tone="success" live="polite">
          {t('Saved. It counts for every picture from now on.')}
        </Notice>
      )}
      <FormError errors={reply?.errors} />
      <Card title={t('Where')}>
        <ul>
          {[{ slug: '', title: t('The whole class') }, ...lessons].map(({ slug, title }) => (
            <li key={slug}>
              <Link
                to={slug ? `?lesson=${slug}` : '?'}
                aria-current={slug === lessonSlug || undefined}
              >
                {title}
              </Link>
              {choices.some((each) => each.lessonSlug === slug) &&
                ` ${t('(has rules of its own)')}`}
            </li>
          ))}
        </ul>
      </Card>
      <Form method="post" key={lessonSlug}>
        <Stack>
          <input type="hidden" name="lessonSlug" value={lessonSlug} />
          <Field id="rules-strictness" label={t('Words')}>
            <Select
              id="rules-strictness"
              name="strictness"
              placeholder={above}
              defaultValue={choice?.strictness ?? ''}
              options={translateLabels(t, WORDS)}
            />
          </Field>
          <Field
            id="rules-pictures"
            label={t('Pictures')}
            hint={t(
              'What Easel’s own models draw from words alone is held where it is nearly certain, unless you hold more: they have seen nothing unsuitable.',
            )}
          >
            <Select
              id="rules-pictures"
              aria-describedby="rules-pictures-description"
              name="pictures"
              placeholder={above}
              defaultValue={choice?.pictures ?? ''}
              options={translateLabels(t, PICTURES).map((option) => ({
                ...option,
                disabled: !isWithin(limits, PICTURE_SETTINGS[option.value]),
              }))}
            />
          </Field>
          <Field
            id="rules-words"
            label={t('Words that may pass')}
            hint={t(
              'For an art or a biology lesson: one word or phrase a line, such as “nude study”.',
            )}
          >
            <TextArea
              id="rules-words"
              name="allowedWords"
              rows={4}
              defaultValue={choice?.allowedWords.join('\n')}
              aria-describedby="rules-words-description"
            />
          </Field>
          <Cluster>
            <Button name="intent" value="save" busy={busy === 'save'}>
              {t('Save')}
            </Button>
            <Button name="intent" value="preview" variant="secondary" busy={busy === 'preview'}>
              {t('See what would change')}
            </Button>
          </Cluster>
        </Stack>
      </Form>
      {!lesson && <CommentsCard classId={classId} isOn={commentsOn} />}
      {reply?.preview ? (
        <ReplayDiff title={t('With these rules, not saved yet')} replay={reply.preview} />
      ) : (
        <ReplayDiff title={t('Today’s rules on earlier pictures')} replay={replay} />
      )}
    </Stack>
  );
}
