import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface ConfirmButtonProps {
  label: string;
  /** Says which thing, for those who hear the page. */
  name: string;
  title: string;
  /** What will be gone. */
  children: ReactNode;
  /** What is posted once it is confirmed. */
  fields: Record<string, string>;
  action: string;
}

/** A small button of a row that asks before it removes. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, name, title, children, fields, action } = props;
  const fetcher = useFetcher();
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    fetcher.submit(fields, { method: 'post', action });
  };
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        size="small"
        busy={fetcher.state !== 'idle'}
        aria-label={name}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirmLabel={label}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
