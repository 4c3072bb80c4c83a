import { useCallback, useEffect, useState } from 'react';
import { draftSchema } from './draft.ts';
import type { Draft } from './draft.ts';

interface UseDraftOptions {
  userId: string;
  /** What the server drew: a model's defaults, or the settings of a picture. */
  start: Draft;
  /** Changes when the page is asked to begin from another picture; undefined for one's own draft. */
  startedFrom: string | undefined;
}

/** The studio's form, kept in this browser for this person, so that a reload loses nothing. */
export function useDraft({ userId, start, startedFrom }: UseDraftOptions) {
  const [draft, setDraft] = useState(start);
  const [isRestored, setIsRestored] = useState(false);
  const key = `easel-studio-draft-${userId}`;

  useEffect(() => {
    const kept = startedFrom === undefined ? readDraft(key) : undefined;
    setDraft(kept ?? start);
    setIsRestored(true);
    // Only a new starting point replaces what is typed, not a loader that ran again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, startedFrom]);

  useEffect(() => {
    if (isRestored) keepDraft(key, draft);
  }, [key, draft, isRestored]);

  const change = useCallback((changes: Partial<Draft>) => {
    setDraft((before) => {
      const after = { ...before, ...changes };
      // What was drawn fits one size only.
      return after.size === before.size ? after : { ...after, mask: '', control: '' };
    });
  }, []);
  return { draft, change };
}

/** A browser that keeps no more goes without. */
function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    localStorage.removeItem(key);
  }
}

function readDraft(key: string): Draft | undefined {
  const kept = localStorage.getItem(key);
  if (kept === null) return undefined;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    // Kept by an older Easel, or not by Easel: begin afresh.
    return undefined;
  }
}
