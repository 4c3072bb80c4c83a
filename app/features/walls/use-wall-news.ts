import { useLive } from '#app/features/pictures/use-live.ts';
import { useReadSoon } from '#app/features/pictures/use-read-soon.ts';

/** Thirty students cause many changes a second; a wall reads itself again at this pace. */
const READ_EVERY_MS = 700;

/** Reads the page again soon after something changed in the class. */
export function useWallNews(classId: string): void {
  const readSoon = useReadSoon(READ_EVERY_MS);
  useLive((change) => {
    if (!change.classId || change.classId === classId) readSoon();
  });
}
