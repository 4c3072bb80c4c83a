import { Form } from '@remix-run/react';
import { Pause, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSubmit } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { useSay } from '#app/components/use-say.ts';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Facts } from '#app/components/facts.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import { NewRenderForm } from './new-render-form.tsx';
import type { ListedRender } from './list-renders.server.ts';
import type { NewRenderFormProps } from './new-render-form.tsx';

interface RendersPageProps extends NewRenderFormProps {
  renders: ListedRender[];
  programsOn: boolean;
}

/** Pictures that come by themselves: when, what came of it, and how to stop it. */
export function RendersPage({ renders, programsOn, ...form }: RendersPageProps) {
  const { t } = useTranslation();
  return (
    <ProgramsFrame
      title={t('Automatic pictures')}
      lead={t('Easel draws while you are away: by the clock, or when a program calls.')}
    >
      <Split
        aside={
          programsOn ? (
            <NewRenderForm {...form} />
          ) : (
            <Notice title={t('Programs are switched off')}>
              {t('Your teacher can switch them on, on the page of the class.')}
            </Notice>
          )
        }
      >
        {renders.length === 0 ? (
          <EmptyState title={t('Nothing runs by itself yet')}>
            {t('Try a picture of the day: one prompt, every morning, with a new seed.')}
          </EmptyState>
        ) : (
          <Stack>
            {renders.map((render) => (
              <RenderCard key={render.id} render={render} />
            ))}
          </Stack>
        )}
      </Split>
    </ProgramsFrame>
  );
}

function RenderCard({ render }: { render: ListedRender }) {
  const { t } = useTranslation();
  const time = useTime();
  const { id, name, template, tableName, cron, timeZone, nextTimes, maxPerDay, isPaused } = render;
  return (
    <Card title={name} action={isPaused && <Badge tone="warning">{t('Paused')}</Badge>}>
      <Stack>
        <Facts
          items={[
            {
              label: t('Draws'),
              value: tableName ? t('New rows of {{tableName}}', { tableName }) : template,
            },
            { label: t('When'), value: cron ? `${cron} (${timeZone})` : t('When a program calls') },
            ...(nextTimes.length > 0
              ? [{ label: t('Next', { context: 'times' }), value: nextTimes.map(time).join(', ') }]
              : []),
            { label: t('At most'), value: t('{{count}} times a day', { count: maxPerDay }) },
            { label: t('Its id, for programs'), value: <code>{id}</code> },
          ]}
        />
        <Runs render={render} />
        <Steering render={render} />
      </Stack>
    </Card>
  );
}

const CAUSES: Record<string, string> = { clock: 'Clock', call: 'Program', hand: 'You' };

function Runs({ render: { runs } }: { render: ListedRender }) {
  const { t } = useTranslation();
  const time = useTime();
  const say = useSay();
  if (runs.length === 0) return <p>{t('It has not run yet.')}</p>;
  return (
    <Table
      caption={t('Last runs')}
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', header: t('When'), isRowHeader: true, cell: ({ at }) => time(at) },
        { key: 'cause', header: t('By'), cell: ({ cause }) => t(CAUSES[cause] ?? cause) },
        {
          key: 'outcome',
          header: t('What came of it'),
          cell: ({ outcome, reason }) =>
            reason ? say(reason) : outcome === 'asked' ? t('A picture') : t('Under way'),
        },
      ]}
    />
  );
}

function Steering({ render: { id, name, isPaused } }: { render: ListedRender }) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const [asking, setAsking] = useState(false);
  return (
    <Form method="post">
      <input type="hidden" name="renderId" value={id} />
      <Cluster>
        <Button name="intent" value="run" size="small" icon={<Play aria-hidden />}>
          {t('Run now')}
        </Button>
        <Button
          name="intent"
          value={isPaused ? 'resume' : 'pause'}
          size="small"
          variant="secondary"
          icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        >
          {isPaused ? t('Go on') : t('Pause')}
        </Button>
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('Remove')}
        </Button>
      </Cluster>
      <ConfirmDialog
        open={asking}
        title={t('Remove “{{name}}”?', { name })}
        confirmLabel={t('Remove')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          submit({ intent: 'remove', renderId: id }, { method: 'post' });
        }}
      >
        {t('It stops, and its history goes. The pictures stay.')}
      </ConfirmDialog>
    </Form>
  );
}
