import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TabLinks } from '#app/components/tab-links.tsx';
import { translateLabels } from '#app/components/translate-labels.ts';

interface SchoolFrameProps {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

const PAGES = [
  { to: '/school', label: 'At a glance', end: true },
  { to: '/school/rules', label: 'Rules' },
  { to: '/school/audit', label: 'What was done' },
];

/** What stands around the pages of the school's admin. */
export function SchoolFrame({ title, lead, children }: SchoolFrameProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader title={title} lead={lead} />
      <TabLinks label={t('School')} items={translateLabels(t, PAGES)} />
      {children}
    </Stack>
  );
}
