import { useCallback, useEffect, useRef, useState } from 'react';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import { isSettled } from '#app/features/pictures/generation-status.ts';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import type { Draft } from './draft.ts';

/** After this long without a key the words are meant: what is drawn of older ones makes way. */
const PAUSE_MS = 250;
const URL = '/studio/live';

/**
 * Draws the form as it changes, one picture at a time. While somebody types, a picture that is under way is
 * let finish and the newest words come next; when they pause, it is cancelled for them. Nothing is left in
 * the queue when the mode is turned off or the page is left.
 */
export function useLiveDrawing({ draft, isOn }: { draft: Draft; isOn: boolean }) {
  const [id, setId] = useState<string>();
  const [picture, setPicture] = useState<NonNullable<GenerationStatus['picture']>>();
  const [status] = useGenerations({ ids: id ? [id] : [] });
  const wanted = useRef('');
  const asked = useRef('');
  const isAsking = useRef(false);
  const isFree = !id || (status !== undefined && isSettled(status));
  const fields = new URLSearchParams(draft).toString();

  const ask = useCallback(async () => {
    if (isAsking.current || wanted.current === asked.current) return;
    isAsking.current = true;
    asked.current = wanted.current;
    const answer = await post(wanted.current);
    isAsking.current = false;
    if (answer?.id) setId(answer.id);
    // Somebody typed on meanwhile, or has left.
    if (answer && wanted.current === '') leave();
  }, []);

  const made = status?.picture;
  useEffect(() => {
    if (made) setPicture(made);
  }, [made]);
  useEffect(() => {
    if (!isOn || draft.prompt.trim() === '') return;
    wanted.current = fields;
    if (isFree) void ask();
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isOn, fields, isFree, draft.prompt, ask]);
  useEffect(() => {
    if (!isOn) return;
    const stop = () => {
      wanted.current = '';
      asked.current = '';
      leave();
    };
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      stop();
    };
  }, [isOn]);

  return { status, picture: isOn ? picture : undefined };
}

async function post(fields: string): Promise<{ id?: string } | null> {
  try {
    const response = await fetch(URL, { method: 'POST', body: new URLSearchParams(fields) });
    return (await response.json()) as { id?: string };
  } catch {
    return null;
  }
}

/** A beacon arrives although the page is gone. */
function leave(): void {
  navigator.sendBeacon(URL, new URLSearchParams({ stop: 'on' }));
}
