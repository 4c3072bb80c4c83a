/** A signal that Ctrl-C aborts, so that what was begun is tidied up before the end. */
export function listenForStop(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => stopping.abort());
  return stopping.signal;
}
