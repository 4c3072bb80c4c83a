import { Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  lead?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  actions?: ReactNode;
}

export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className={css.header}>
      {back && (
        <Link to={back.to} className={css.back}>
          <ArrowLeft aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={css.row}>
        <div className={css.words}>
          <h1>{title}</h1>
          <svg className={css.stroke} viewBox="0 0 120 10" aria-hidden>
            <path d="M3 6.5C22 2.5 45 3.5 62 5s36 1 55-2" />
          </svg>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </header>
  );
}
