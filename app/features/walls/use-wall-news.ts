import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useLive } from '#app/features/pictures/use-live.ts';

/** Thirty students cause many changes a second; a wall reads itself again at this pace. */
const READ_EVERY_MS = 700;

/** Reads the page again soon after something changed in the class. */
export function useWallNews(classId: string): void {
  const { revalidate } = useRevalidator();
  const newest = useRef(revalidate);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    newest.current = revalidate;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((change) => {
    if (change.classId && change.classId !== classId) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      newest.current();
    }, READ_EVERY_MS);
  });
}
