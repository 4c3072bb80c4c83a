import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import { compareUrl } from '#app/features/comparisons/compare-search.ts';
import type { WeightChartPage as Page } from './find-weight-chart.server.ts';
import { WeightPlot } from './weight-plot.tsx';

/** What a weight did in a class's pictures: a plot, and a table that says the same. */
export function WeightChartPage({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { classId, className, isTeacher, phrases, phrase, points, weights } = page;
  return (
    <Stack gap="large">
      <PageHeader
        title={t('What a weight does')}
        lead={
          className === null
            ? undefined
            : isTeacher
              ? t('All pictures of {{className}}, without names', { className })
              : t('Your pictures and those on the wall of {{className}}, without names', {
                  className,
                })
        }
        back={{ to: '/compare', label: t('Compare') }}
      />
      {phrase === null ? (
        <EmptyState drawing="frames" title={t('Nothing to measure yet')}>
          {t(
            'Draw a prompt with a locked seed, then again with another weight on one phrase. The picture with weight 1 is what the others are measured against.',
          )}
        </EmptyState>
      ) : (
        <>
          <Form method="get">
            {classId && <input type="hidden" name="class" value={classId} />}
            <Cluster>
              <Field id="phrase" label={t('Phrase')}>
                <Select
                  id="phrase"
                  name="phrase"
                  key={phrase}
                  defaultValue={phrase}
                  options={phrases.map((each) => ({
                    value: each.phrase,
                    label: `${each.phrase} (${each.count})`,
                  }))}
                />
              </Field>
              <Button variant="secondary">{t('Show')}</Button>
            </Cluster>
          </Form>
          <WeightPlot phrase={phrase} points={points} weights={weights} />
          <Measured page={page} />
        </>
      )}
    </Stack>
  );
}

function Measured({ page: { phrase, weights } }: { page: Page }) {
  const { t, i18n } = useTranslation();
  const print = (value: number) =>
    value.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Stack>
      <Table
        caption={t('How much each weight of “{{phrase}}” changed', { phrase })}
        showCaption
        columns={[
          {
            key: 'weight',
            header: t('Weight'),
            isRowHeader: true,
            cell: ({ weight }) => weight.toLocaleString(i18n.language),
          },
          { key: 'count', header: t('Pictures'), cell: ({ count }) => count },
          {
            key: 'median',
            header: t('Change, in the middle'),
            cell: ({ median }) => print(median),
          },
          {
            key: 'range',
            header: t('Least to most'),
            cell: ({ least, most }) => `${print(least)} – ${print(most)}`,
          },
          {
            key: 'look',
            header: t('Look'),
            cell: ({ weight, example }) =>
              example ? (
                <Link to={compareUrl([example.baseId, example.pictureId])}>
                  {t('1 beside {{weight}}', { weight: weight.toLocaleString(i18n.language) })}
                </Link>
              ) : (
                t('what the others are measured against')
              ),
          },
        ]}
        rows={weights}
        rowKey={({ weight }) => String(weight)}
      />
      <p>
        {t(
          'Change is the mean CIE Lab difference: how far apart the colours of the two pictures are, place by place. About 2 is what one just sees; black against white is 100.',
        )}
      </p>
    </Stack>
  );
}
