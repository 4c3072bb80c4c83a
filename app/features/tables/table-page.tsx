import { Form, useRevalidator } from '@remix-run/react';
import { Download, Grid3x3, Pause, Play, Repeat } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { Table } from '#app/components/table.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import type { FoundRow, FoundTable } from './find-table.server.ts';

/** A table of a thousand rows is read again at this pace while it is drawn. */
const READ_EVERY_MS = 2_000;

/** A table with its pictures as they come, the rows that have none, and what to take home. */
export function TablePage({ table }: { table: FoundTable }) {
  const { t } = useTranslation();
  const { id, name, template, rows, drawn, isOver } = table;
  useReadAgain(!isOver && table.state !== 'paused');
  const failed = rows.filter(({ failure }) => failure);
  return (
    <ProgramsFrame
      title={name}
      lead={template}
      back={{ to: '/programs/tables', label: t('Tables') }}
      actions={
        drawn > 0 && (
          <>
            <LinkButton
              to={`/programs/tables/${id}/contact-sheet.png`}
              reloadDocument
              variant="secondary"
              icon={<Grid3x3 aria-hidden />}
            >
              {t('Contact sheet')}
            </LinkButton>
            <LinkButton
              to={`/programs/tables/${id}/pictures.zip`}
              reloadDocument
              variant="secondary"
              icon={<Download aria-hidden />}
            >
              {t('All pictures')}
            </LinkButton>
          </>
        )
      }
    >
      <ProgressBar
        label={isOver ? t('Done') : t('Pictures')}
        value={drawn + failed.length}
        max={rows.length}
        detail={t('{{drawn}} of {{rows}} drawn, {{failed}} without a picture', {
          drawn,
          rows: rows.length,
          failed: failed.length,
        })}
      />
      {table.pauseReason && <Notice tone="warning">{table.pauseReason}</Notice>}
      {table.replay && isOver && <ReplayNotice replay={table.replay} />}
      {table.isOwn && <Steering table={table} />}
      {failed.length > 0 && <FailedRows rows={failed} />}
      <PictureGrid label={t('Pictures by row')} size="small">
        {rows.flatMap((row) => (row.failure ? [] : [<RowTile key={row.position} row={row} />]))}
      </PictureGrid>
    </ProgramsFrame>
  );
}

function Steering({ table: { id, state, canRetry, isOver } }: { table: FoundTable }) {
  const { t } = useTranslation();
  return (
    <Form method="post">
      <Cluster>
        {state === 'running' && (
          <Button name="intent" value="pause" variant="secondary" icon={<Pause aria-hidden />}>
            {t('Pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button name="intent" value="resume" icon={<Play aria-hidden />}>
            {t('Go on')}
          </Button>
        )}
        {canRetry && (
          <Button name="intent" value="retry" variant="secondary">
            {t('Try failed rows again')}
          </Button>
        )}
        {isOver && (
          <Button name="intent" value="replay" variant="secondary" icon={<Repeat aria-hidden />}>
            {t('Draw it once more, to compare')}
          </Button>
        )}
        <LinkButton
          to={`/programs/tables/${id}/table.csv`}
          reloadDocument
          variant="secondary"
          icon={<Download aria-hidden />}
        >
          {t('Table as CSV')}
        </LinkButton>
      </Cluster>
    </Form>
  );
}

function ReplayNotice({
  replay: { compared, same },
}: {
  replay: { compared: number; same: number };
}) {
  const { t } = useTranslation();
  const isSame = same === compared;
  return (
    <Notice
      tone={isSame ? 'success' : 'warning'}
      title={isSame ? t('The same again') : t('Not the same')}
    >
      {t(
        '{{same}} of {{compared}} pictures are the very same as the first time, to the last byte.',
        { same, compared },
      )}
    </Notice>
  );
}

function FailedRows({ rows }: { rows: FoundRow[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Table
      caption={t('Rows without a picture')}
      showCaption
      rows={rows}
      rowKey={({ position }) => String(position)}
      columns={[
        {
          key: 'row',
          header: t('Row'),
          isRowHeader: true,
          cell: ({ position, line }) => t('{{position}} (line {{line}})', { position, line }),
        },
        { key: 'cells', header: t('Cells'), cell: ({ cells }) => cells.join(' · ') },
        { key: 'why', header: t('Why'), cell: ({ failure }) => failure && say(failure) },
      ]}
    />
  );
}

function RowTile({ row: { position, cells, generation } }: { row: FoundRow }) {
  const { t } = useTranslation();
  const picture = generation?.picture;
  const words = cells.join(', ');
  return (
    <PictureTile
      state={picture ? 'ready' : generation?.state === 'running' ? 'drawing' : 'waiting'}
      src={picture ? `/pictures/${picture.id}/thumbnail` : undefined}
      to={picture ? `/pictures/${picture.id}` : undefined}
      alt={picture?.alt ?? t('Row {{position}}', { position })}
      widthPx={generation?.widthPx}
      heightPx={generation?.heightPx}
      step={generation?.step}
      steps={generation?.steps}
      statusText={picture ? undefined : t('Waiting')}
      caption={`${position}. ${words}`}
    />
  );
}

function useReadAgain(isOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isOn || state !== 'idle') return;
    const timer = setTimeout(revalidate, READ_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isOn, state, revalidate]);
}
