import { Form, useNavigation } from '@remix-run/react';
import { Lock, LockOpen } from 'lucide-react';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { ExercisePage } from './find-exercise.server.ts';
import { RankingTable } from './ranking-table.tsx';

const SAID = { left: 'left', right: 'right', tie: 'both the same', bothBad: 'neither' };

/** What a class chose, for its teacher: all pictures with how sure their places are. */
export function RankingPage({ classId, exercise }: { classId: string; exercise: ExercisePage }) {
  const { question, isClosed, judgements, judges, students, pairs, reasons, ranked } = exercise;
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={question}
        lead={`${judges} of ${students} students have judged, ${judgements} pairs so far (${pairs} each).`}
        back={{ to: `/classes/${classId}/exercises`, label: 'Blind pairs' }}
        actions={
          <Form method="post">
            <Button
              name="intent"
              value={isClosed ? 'open' : 'close'}
              variant="secondary"
              busy={busy}
              icon={isClosed ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
            >
              {isClosed ? 'Open it again' : 'Close the judging'}
            </Button>
          </Form>
        }
      />
      <Notice title={isClosed ? 'The judging is closed' : 'The judging is open'}>
        {isClosed
          ? 'Students see the class’s favourites, without places. Nobody sees who came last but you.'
          : 'Students see nothing of this table. When you close the judging they see the favourites.'}
      </Notice>
      {judgements > 0 && <SetsNotice sizes={exercise.setSizes} />}
      {judgements === 0 ? (
        <p>Nobody has judged yet. Your students find the question on their first page.</p>
      ) : (
        <RankingTable ranked={ranked} />
      )}
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">Reasons</h2>
          <ul>
            {reasons.map(({ id, reason, by, verdict }) => (
              <li key={id}>
                “{reason}” – {by}, who chose {SAID[verdict]}
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
  if (sizes.length === 1) return null;
  const single = sizes.filter((size) => size === 1).length;
  const groups = sizes.filter((size) => size > 1);
  return (
    <Notice tone="warning" title="Not all pictures have met yet">
      {groups.length > 1 &&
        `There are ${groups.length} groups (of ${new Intl.ListFormat('en').format(groups.map(String))} pictures) that were never compared with each other: between them the order means nothing. `}
      {single > 0 &&
        `${single} ${single === 1 ? 'picture was' : 'pictures were'} not judged at all. `}
      More judgements will join them.
    </Notice>
  );
}
