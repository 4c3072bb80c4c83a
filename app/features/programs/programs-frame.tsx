import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TabLinks } from '#app/components/tab-links.tsx';

interface ProgramsFrameProps {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
}

const PAGES = [
  { to: '/programs/tables', label: 'Tables' },
  { to: '/programs/renders', label: 'Automatic' },
  { to: '/programs/tokens', label: 'Tokens' },
  { to: '/programs/webhooks', label: 'Webhooks' },
  { to: '/programs/api', label: 'The API' },
];

/** What stands around the pages about pictures from programs. */
export function ProgramsFrame({ title, lead, back, actions, children }: ProgramsFrameProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader title={title} lead={lead} back={back} actions={actions} />
      <TabLinks label={t('Programs')} items={translateLabels(t, PAGES)} />
      {children}
    </Stack>
  );
}
