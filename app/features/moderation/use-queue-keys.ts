import { useEffect, useRef } from 'react';

/**
 * Single keys of the moderation queue. They rest while somebody types or a dialog is open, and on a page where
 * `isOn` is false, since single keys get in the way of speech input (WCAG 2.1.4).
 */
export function useQueueKeys(keys: Record<string, () => void>, isOn: boolean): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    function onKeyDown(event: KeyboardEvent) {
      const { target, key, altKey, ctrlKey, metaKey } = event;
      const act = newest.current[key];
      if (!act || altKey || ctrlKey || metaKey) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog'))
        return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
