import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Button } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Select } from '#app/components/select.tsx';
import { Table } from '#app/components/table.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { SchoolFrame } from '#app/features/school/school-frame.tsx';
import { AUDIT_KINDS, auditAddress } from './audit-filter.ts';
import type { AuditFilter } from './audit-filter.ts';
import css from './audit-page.module.css';
import { ChainMark } from './chain-mark.tsx';
import { describeEntry } from './describe-entry.ts';
import type { AuditPage as Page } from './list-audit.server.ts';

interface AuditPageProps {
  filter: Omit<AuditFilter, 'before'>;
  page: Page;
  isFirst: boolean;
}

/** Who did what, newest first, for the school's admin. */
export function AuditPage({ filter, page, isFirst }: AuditPageProps) {
  const { t } = useTranslation();
  const time = useTime();
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <SchoolFrame
      title={t('School')}
      lead={t('Who did what. Nobody can change this log, and it holds no prompts and no pictures.')}
    >
      <ChainMark />
      <Filters key={JSON.stringify(filter)} filter={filter} />
      {page.lines.length === 0 ? (
        <EmptyState
          drawing="frames"
          title={isNarrowed ? t('Nothing fits') : t('Nothing was done yet')}
          action={isNarrowed && <LinkButton to="/school/audit">{t('Show everything')}</LinkButton>}
        />
      ) : (
        <Table
          caption={t('The log')}
          rows={page.lines}
          rowKey={({ id }) => id}
          columns={[
            { key: 'id', header: t('No.'), align: 'end', cell: ({ id }) => id },
            { key: 'at', header: t('When'), cell: ({ at }) => time(at) },
            {
              key: 'what',
              header: t('What'),
              isRowHeader: true,
              cell: (line) => describeEntry(t, line),
            },
            { key: 'class', header: t('Class'), cell: ({ className }) => className ?? '' },
          ]}
        />
      )}
      <Pagination
        nextTo={page.next ? auditAddress(filter, page.next) : undefined}
        nextLabel={t('Earlier')}
        firstTo={isFirst ? undefined : auditAddress(filter)}
        firstLabel={t('Newest')}
      />
    </SchoolFrame>
  );
}

function Filters({ filter }: { filter: AuditPageProps['filter'] }) {
  const { t } = useTranslation();
  const { person, kind, from, to } = filter;
  return (
    <Form className={css.filters} role="search">
      <Field id="audit-person" label={t('Person')}>
        <TextInput
          id="audit-person"
          name="person"
          type="search"
          maxLength={100}
          defaultValue={person}
        />
      </Field>
      <Field id="audit-kind" label={t('About')}>
        <Select
          id="audit-kind"
          name="kind"
          placeholder={t('Everything')}
          defaultValue={kind ?? ''}
          options={Object.entries(AUDIT_KINDS).map(([value, label]) => ({
            value,
            label: t(label),
          }))}
        />
      </Field>
      <Field id="audit-from" label={t('From')}>
        <TextInput id="audit-from" name="from" type="date" defaultValue={from} />
      </Field>
      <Field id="audit-to" label={t('To')}>
        <TextInput id="audit-to" name="to" type="date" defaultValue={to} />
      </Field>
      <Button icon={<Search aria-hidden />}>{t('Find')}</Button>
    </Form>
  );
}
