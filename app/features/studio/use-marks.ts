import { useCallback, useState } from 'react';
import type { Mark } from './marks.ts';

interface History {
  marks: Mark[];
  /** Undone, the newest first. */
  undone: Mark[];
}

/** A drawing as the list of its marks, which can be taken back one by one. */
export function useMarks() {
  const [{ marks, undone }, setHistory] = useState<History>({ marks: [], undone: [] });
  const add = useCallback((mark: Mark) => {
    setHistory((before) => ({ marks: [...before.marks, mark], undone: [] }));
  }, []);
  const undo = useCallback(() => {
    setHistory(({ marks, undone }) => {
      const last = marks.at(-1);
      return last ? { marks: marks.slice(0, -1), undone: [last, ...undone] } : { marks, undone };
    });
  }, []);
  const redo = useCallback(() => {
    setHistory(({ marks, undone: [next, ...rest] }) => ({
      marks: next ? [...marks, next] : marks,
      undone: next ? rest : [],
    }));
  }, []);
  return { marks, add, undo, redo, canUndo: marks.length > 0, canRedo: undone.length > 0 };
}
