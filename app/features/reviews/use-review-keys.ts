import { useEffect, useRef, useState } from 'react';

const SETTING = 'easel-review-keys';

interface ReviewKeys {
  /** A number key, from 1. */
  onNumber: (number: number) => void;
  onCriterion: (step: 1 | -1) => void;
  onWork: (step: 1 | -1) => void;
  onUngraded: () => void;
}

/**
 * The keys of the review queue: 1 to 9, up and down, j and k or the arrows, u. They rest while somebody types or
 * a dialog is open, and can be turned off, since single keys get in the way of speech input (WCAG 2.1.4).
 */
export function useReviewKeys(keys: ReviewKeys) {
  const [isOn, setIsOn] = useState(true);
  useEffect(() => setIsOn(localStorage.getItem(SETTING) !== 'off'), []);
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || isForSomethingElse(event)) return;
      const { onNumber, onCriterion, onWork, onUngraded } = newest.current;
      const actions: Record<string, () => void> = {
        ArrowDown: () => onCriterion(1),
        ArrowUp: () => onCriterion(-1),
        ArrowRight: () => onWork(1),
        ArrowLeft: () => onWork(-1),
        j: () => onWork(1),
        k: () => onWork(-1),
        u: onUngraded,
      };
      const act = /^[1-9]$/.test(event.key)
        ? () => onNumber(Number(event.key))
        : actions[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
  return {
    isOn,
    turn: (on: boolean) => {
      localStorage.setItem(SETTING, on ? 'on' : 'off');
      setIsOn(on);
    },
  };
}

/** Fields keep all their keys; what scrolls or opens keeps its arrows. */
function isForSomethingElse({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog'))
    return true;
  return key.startsWith('Arrow') && target.closest('[tabindex="0"], [role=menu]') !== null;
}
