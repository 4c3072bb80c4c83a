import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  closeLabel?: string;
}

/** A native modal dialog: the browser keeps the focus inside and gives it back. */
export function Dialog(props: DialogProps) {
  const { t } = useTranslation();
  const {
    open,
    onClose,
    title,
    children,
    footer,
    size = 'medium',
    closeLabel = t('Close'),
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    // The keyboard closes it with Escape; the press on the backdrop is an extra for the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={css.dialog}
      data-size={size}
      aria-labelledby={titleId}
      // Closing by the parent ends here too, but is no wish of the person.
      onClose={() => open && onClose()}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className={css.body}>
          <div className={css.head}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={css.close} aria-label={closeLabel} onClick={onClose}>
              <X aria-hidden />
            </button>
          </div>
          {children}
          {footer && <div className={css.footer}>{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
