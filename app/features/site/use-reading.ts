import { useCallback, useEffect, useRef, useState } from 'react';

interface Reading<Answer> {
  /** The newest; undefined before the first. */
  answer: Answer | undefined;
  /** Whoever was signed out is led to the sign-in page, which is no answer. */
  isSignedOut: boolean;
  /** Reads again, after the reading under way if there is one. */
  read: () => void;
}

/**
 * Reads the JSON of one of the site's addresses whenever `read` is called, one reading at a time. A plain fetch:
 * every form that is sent aborts the loads of Remix's fetchers, and an abort in the middle of an answer is an error
 * that nothing catches there. A site out of reach keeps the answer before: the live connection's return reads again.
 */
export function useReading<Answer>(address: string): Reading<Answer> {
  const [answer, setAnswer] = useState<Answer>();
  const [isSignedOut, setIsSignedOut] = useState(false);
  const isReading = useRef(false);
  const isWanted = useRef(false);
  const newestAddress = useRef(address);
  useEffect(() => {
    newestAddress.current = address;
  }, [address]);

  const read = useCallback(() => {
    isWanted.current = true;
    if (isReading.current) return;
    isReading.current = true;
    void (async () => {
      while (isWanted.current) {
        isWanted.current = false;
        const asked = newestAddress.current;
        const reply = await fetch(asked).catch(() => null);
        const news = reply?.ok && !reply.redirected && (await readJson<Answer>(reply));
        if (reply) setIsSignedOut(reply.redirected);
        if (news && asked === newestAddress.current) setAnswer(news);
      }
      isReading.current = false;
    })();
  }, []);
  return { answer, isSignedOut, read };
}

/** Null where the connection ended within the answer. */
async function readJson<Answer>(reply: Response): Promise<Answer | null> {
  try {
    return (await reply.json()) as Answer;
  } catch {
    return null;
  }
}
