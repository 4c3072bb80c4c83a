import { X } from 'lucide-react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import css from './toast.module.css';

interface Toast {
  message: string;
  tone?: 'plain' | 'success' | 'danger';
  /** Takes back what was just done. */
  undo?: () => void;
  undoLabel?: string;
}

const shownMs = 8000;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Returns the function that shows a short message at the foot of the page, with a way to undo. */
export function useToast() {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast & { key: number }>();
  const count = useRef(0);
  const show = useCallback((next: Toast) => setToast({ ...next, key: ++count.current }), []);
  const close = useCallback(() => setToast(undefined), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      {/* Stands there from the start: a live region that comes with its words is not read out. */}
      <div className={css.place} role="status">
        {toast && <ToastCard key={toast.key} toast={toast} onClose={close} />}
      </div>
    </ToastContext.Provider>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  return (
    <div
      className={css.toast}
      data-tone={toast.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css.message}>{toast.message}</span>
      {toast.undo && (
        <button
          type="button"
          className={css.undo}
          onClick={() => {
            toast.undo?.();
            onClose();
          }}
        >
          {toast.undoLabel ?? t('Undo')}
        </button>
      )}
      <button type="button" className={css.close} aria-label={t('Close')} onClick={onClose}>
        <X aria-hidden />
      </button>
    </div>
  );
}
