import type { ReactNode } from 'react';
import { Card } from '#app/components/card.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import css from './account-page.module.css';

interface AccountPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Other ways in, below the form. */
  below?: ReactNode;
}

/** One narrow form in the middle of the page. */
export function AccountPage({ title, lead, children, below }: AccountPageProps) {
  return (
    <div className={css.page}>
      <PageHeader title={title} lead={lead} />
      <Card>{children}</Card>
      {below}
    </div>
  );
}
