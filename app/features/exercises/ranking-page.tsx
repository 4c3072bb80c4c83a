import { Form, useNavigation } from '@remix-run/react';
import { Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { ExercisePage } from './find-exercise.server.ts';
import { RankingTable } from './ranking-table.tsx';

const SAID = { left: 'left', right: 'right', tie: 'both the same', bothBad: 'neither' };

/** What a class chose, for its teacher: all pictures with how sure their places are. */
export function RankingPage({ classId, exercise }: { classId: string; exercise: ExercisePage }) {
  const { t } = useTranslation();
  const { question, isClosed, judgements, judges, students, pairs, reasons, ranked } = exercise;
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={question}
        lead={t(
          '{{judges}} of {{students}} students have judged, {{judgements}} pairs so far ({{pairs}} each).',
          { judges, students, judgements, pairs },
        )}
        back={{ to: `/classes/${classId}/exercises`, label: t('Blind pairs') }}
        actions={
          <Form method="post">
            <Button
              name="intent"
              value={isClosed ? 'open' : 'close'}
              variant="secondary"
              busy={busy}
              icon={isClosed ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
            >
              {isClosed ? t('Open it again') : t('Close the judging')}
            </Button>
          </Form>
        }
      />
      <Notice title={isClosed ? t('The judging is closed') : t('The judging is open')}>
        {isClosed
          ? t(
              'Students see the class’s favourites, without places. Nobody sees who came last but you.',
            )
          : t(
              'Students see nothing of this table. When you close the judging they see the favourites.',
            )}
      </Notice>
      {judgements > 0 && <SetsNotice sizes={exercise.setSizes} />}
      {judgements === 0 ? (
        <p>{t('Nobody has judged yet. Your students find the question on their first page.')}</p>
      ) : (
        <RankingTable ranked={ranked} />
      )}
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">{t('Reasons')}</h2>
          <ul>
            {reasons.map(({ id, reason, by, verdict }) => (
              <li key={id}>
                {t('“{{reason}}” – {{by}}, who chose {{verdict}}', {
                  reason,
                  by,
                  verdict: t(SAID[verdict]),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

/** Between pictures that nobody compared, even through a third one, there is no order to find. */
function SetsNotice({ sizes }: { sizes: number[] }) {
  const { t, i18n } = useTranslation();
  if (sizes.length === 1) return null;
  const single = sizes.filter((size) => size === 1).length;
  const groups = sizes.filter((size) => size > 1);
  return (
    <Notice tone="warning" title={t('Not all pictures have met yet')}>
      {groups.length > 1 &&
        `${t('There are {{count}} groups (of {{groups}} pictures) that were never compared with each other: between them the order means nothing.', { count: groups.length, groups: new Intl.ListFormat(i18n.language).format(groups.map(String)) })} `}
      {single > 0 && `${t('{{count}} pictures were not judged at all.', { count: single })} `}
      {t('More judgements will join them.')}
    </Notice>
  );
}
