import { useEffect, useRef } from 'react';

/** Something changed; ids only, so the page reads again what it shows. */
export interface LiveChange {
  /** `resync`: the connection, or the listener, is new, so anything may have changed meanwhile. */
  kind: 'generation' | 'moderation' | 'class' | 'submission' | 'concept' | 'resync';
  classId?: string;
  generationId?: string;
}

type Listener = (change: LiveChange) => void;

const RETRY_MS = 5_000;

const listeners = new Set<Listener>();
let source: EventSource | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `onChange` for each change that this person may know of, and with `resync` where it begins to listen
 * and whenever the connection is new. All hooks of a page share one connection; a hidden page has none, since a browser grants a site
 * only six.
 */
export function useLive(onChange: Listener, { enabled = true }: { enabled?: boolean } = {}): void {
  const newest = useRef(onChange);
  useEffect(() => {
    newest.current = onChange;
  });
  useEffect(() => {
    if (!enabled) return;
    const listener: Listener = (change) => newest.current(change);
    listeners.add(listener);
    if (listeners.size === 1) document.addEventListener('visibilitychange', connect);
    connect();
    // What was told before this one listened is lost to it, as it is before a connection is there.
    if (source?.readyState === EventSource.OPEN) listener({ kind: 'resync' });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      document.removeEventListener('visibilitychange', connect);
      disconnect();
    };
  }, [enabled]);
}

function connect(): void {
  if (document.hidden) return disconnect();
  if (source) return;
  clearTimeout(retryTimer);
  source = new EventSource('/live');
  source.addEventListener('ready', () => tell({ kind: 'resync' }));
  source.addEventListener('change', (event) => tell(JSON.parse(event.data) as LiveChange));
  source.addEventListener('error', () => {
    // The browser connects again by itself, but not after a refusal.
    if (source?.readyState !== EventSource.CLOSED) return;
    disconnect();
    retryTimer = setTimeout(() => {
      tell({ kind: 'resync' });
      connect();
    }, RETRY_MS);
  });
}

function disconnect(): void {
  clearTimeout(retryTimer);
  source?.close();
  source = undefined;
}

function tell(change: LiveChange): void {
  for (const listener of listeners) listener(change);
}
