import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

interface NoticeProps {
  id?: string;
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out when it appears: politely, or at once. */
  live?: 'polite' | 'assertive';
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: OctagonAlert };

export function Notice({ id, tone = 'info', title, children, action, live }: NoticeProps) {
  const Icon = icons[tone];
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined;
  return (
    <div id={id} className={css.notice} data-tone={tone} role={role}>
      <Icon className={css.icon} aria-hidden />
      <div className={css.body}>
        {title && <p className={css.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
