import { Form } from '@remix-run/react';
import { Download } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import type { TableColumn } from '#app/components/table.tsx';
import type { LogFormat } from './log-format.ts';

interface CountedTable {
  name: string;
  means: string;
  rows: number;
}

interface LogPageProps {
  classId: string;
  className: string;
  tables: CountedTable[];
}

const columns = (t: TFunction, language: string): TableColumn<CountedTable>[] => [
  { key: 'name', header: t('Table'), isRowHeader: true, cell: ({ name }) => name },
  {
    key: 'rows',
    header: t('Rows'),
    align: 'end',
    cell: ({ rows }) => rows.toLocaleString(language),
  },
  { key: 'means', header: t('What it holds'), cell: ({ means }) => t(means) },
];

const FORMATS: { value: LogFormat; label: string; description: string }[] = [
  {
    value: 'csv',
    label: 'CSV',
    description: 'Opens in a spreadsheet. Large seeds are rounded there.',
  },
  { value: 'jsonl', label: 'JSONL', description: 'A line a row, for programs.' },
  { value: 'parquet', label: 'Parquet', description: 'Small and exact, for notebooks.' },
];

/** What a class's log holds, and the way to take it along. */
export function LogPage({ classId, className, tables }: LogPageProps) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader
        title={t('The log')}
        lead={t(
          'What was asked for, how it was read, what came out, and what students said about it.',
        )}
        back={{ to: `/classes/${classId}`, label: className }}
      />
      <Card title={t('What is in it now')}>
        <Table
          caption={t('Rows of each table')}
          columns={columns(t, i18n.language)}
          rows={tables}
          rowKey={({ name }) => name}
        />
      </Card>
      <Card title={t('Download it')}>
        <Form method="get" action={`/classes/${classId}/log.zip`} reloadDocument>
          <Stack>
            <RadioCards
              id="format"
              name="format"
              legend={t('As')}
              defaultValue="csv"
              options={translateLabels(t, FORMATS)}
            />
            <Notice title={t('Without names')}>
              {t(
                'Students stand under a code that is new in each download. No pictures are in it. What students typed is as they typed it, so read it before you pass it on.',
              )}
            </Notice>
            <div>
              <Button type="submit" icon={<Download aria-hidden />}>
                {t('Download')}
              </Button>
            </div>
          </Stack>
        </Form>
      </Card>
    </Stack>
  );
}
