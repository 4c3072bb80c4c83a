import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export interface SaveReply {
  draftRevision?: number;
  errors?: { form?: string[]; text?: string[]; pictures?: string[] };
  /** Fields whose words were not taken, with the reason; all else was saved. */
  refused?: Record<string, string[]>;
}

const QUIET_MS = 800;

/**
 * Saves a form a moment after its last change, one save at a time, each on the revision that the one before it
 * led to. After a refusal nothing is sent any more: another window has saved something else.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, loadedRevision: number) {
  const fetcher = useFetcher<SaveReply>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isDirty = useRef(false);
  const { state, data, submit } = fetcher;
  const isRefused = data?.errors !== undefined;

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!form.current || !isDirty.current) return;
    isDirty.current = false;
    const fields = new FormData(form.current);
    fields.set('intent', 'save');
    submit(fields, { method: 'post' });
  }, [form, submit]);

  const saveSoon = useCallback(() => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(save, QUIET_MS);
  }, [save]);

  // What was typed while a save was under way is saved after it.
  const isBusy = state !== 'idle';
  useEffect(() => {
    if (!isBusy && isDirty.current && !isRefused) timer.current = setTimeout(save, QUIET_MS);
    return () => clearTimeout(timer.current);
  }, [isBusy, isRefused, save]);

  return {
    onChange: isBusy || isRefused ? () => void (isDirty.current = true) : saveSoon,
    isBusy,
    /** The draft that the next form is written on. */
    revision: Math.max(loadedRevision, data?.draftRevision ?? 0),
    isSaved: data?.draftRevision !== undefined,
    refused: data?.refused ?? {},
    errors: data?.errors?.form,
  };
}
