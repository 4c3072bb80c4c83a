import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/** Asks for the page's data again, at most once a pause, however often it is called. */
export function useReadSoon(pauseMs: number): () => void {
  const { revalidate } = useRevalidator();
  const newest = useRef(revalidate);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    newest.current = revalidate;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      newest.current();
    }, pauseMs);
  }, [pauseMs]);
}
