import { useEffect, useRef } from 'react';

/** Something changed; ids only, so the page reads again what it shows. */
export interface LiveChange {
  /**
   * `resync`: the connection, or the listener, is new, so anything may have changed meanwhile. `signed-out`: the
   * session is over, and nothing more will be told.
   */
  kind: 'generation' | 'moderation' | 'class' | 'submission' | 'concept' | 'resync' | 'signed-out';
  classId?: string;
  generationId?: string;
}

type Listener = (change: LiveChange) => void;

const RETRY_MS = 5_000;

const listeners = new Set<Listener>();
let source: EventSource | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
/** Until another part of a page begins to listen: somebody may have signed in again. */
let isSignedOut = false;

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
    isSignedOut = false;
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
  if (source || isSignedOut) return;
  clearTimeout(retryTimer);
  source = new EventSource('/live');
  source.addEventListener('ready', () => tell({ kind: 'resync' }));
  source.addEventListener('change', (event) => tell(JSON.parse(event.data) as LiveChange));
  source.addEventListener('error', () => {
    // The browser connects again by itself, but not after a refusal.
    if (source?.readyState !== EventSource.CLOSED) return;
    disconnect();
    void findOut();
  });
}

/** Why the site has refused is told by no event, so it is asked once more. */
async function findOut(): Promise<void> {
  const asking = new AbortController();
  const reply = await fetch('/live', { redirect: 'manual', signal: asking.signal }).catch(
    () => null,
  );
  asking.abort();
  if (listeners.size === 0 || source) return;
  isSignedOut = reply?.type === 'opaqueredirect';
  if (isSignedOut) return tell({ kind: 'signed-out' });
  retryTimer = setTimeout(() => {
    tell({ kind: 'resync' });
    connect();
  }, RETRY_MS);
}

function disconnect(): void {
  clearTimeout(retryTimer);
  source?.close();
  source = undefined;
}

function tell(change: LiveChange): void {
  for (const listener of listeners) listener(change);
}
