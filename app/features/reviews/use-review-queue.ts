import { useSearchParams } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '#app/features/pictures/use-live.ts';
import type { Review } from './find-review.server.ts';
import type { ReviewPageData } from './find-review-page.server.ts';

/** A mark that was not taken, because the work is not what the grader saw. */
export interface Conflict {
  message: string;
  /** The fields that were sent, to be sent again on what stands there now. */
  fields: Record<string, string>;
}

interface Reply {
  review?: Review;
  error?: string;
  isConflict?: boolean;
}

/** Fetched works are read again after a change by somebody else, at this pace. */
const READ_AFTER_MS = 400;

/**
 * The works of an assignment one after another, without loading a page: the next one is fetched ahead, and
 * marks go to the server one at a time, each on the revision that the one before it led to.
 */
export function useReviewQueue(page: ReviewPageData) {
  const { classId, entries } = page;
  const [, setSearch] = useSearchParams();
  const [reviews, setReviews] = useState(() => new Map([[page.first.id, page.first]]));
  const [currentId, setCurrentId] = useState(page.first.id);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(0);
  const [settled, setSettled] = useState(0);
  const newest = useRef(reviews);
  const line = useRef(Promise.resolve());

  const keep = useCallback((review: Review) => {
    newest.current = new Map(newest.current).set(review.id, review);
    setReviews(newest.current);
  }, []);

  const load = useCallback(
    async (id: string) => {
      const reply = await fetch(`/classes/${classId}/submissions/${id}`).catch(() => null);
      if (reply?.ok) keep((await reply.json()) as Review);
      else setFault('This work could not be loaded. Check the connection and try again.');
    },
    [classId, keep],
  );

  const index = entries.findIndex(({ submissionId }) => submissionId === currentId);
  const nextId = entries[index + 1]?.submissionId;
  useEffect(() => {
    if (nextId && !newest.current.has(nextId)) void load(nextId);
  }, [nextId, load]);
  const next = nextId ? reviews.get(nextId) : undefined;
  useEffect(() => {
    for (const { id } of next?.pictures ?? []) new Image().src = `/pictures/${id}/image`;
  }, [next]);

  const goTo = useCallback(
    (id: string | undefined) => {
      if (!id) return;
      setConflict(null);
      setFault(null);
      setCurrentId(id);
      if (!newest.current.has(id)) void load(id);
      setSearch({ of: id }, { replace: true, preventScrollReset: true });
    },
    [load, setSearch],
  );

  /** Sends one mark behind those that are on their way, on the newest revision unless it names one. */
  const send = useCallback(
    (id: string, { revision, ...fields }: Record<string, string>) => {
      setPending((count) => count + 1);
      const work = line.current.then(async () => {
        const body = new URLSearchParams(fields);
        body.set('revision', revision ?? String(newest.current.get(id)?.revision ?? 0));
        const reply = await fetch(`/classes/${classId}/submissions/${id}`, { method: 'POST', body })
          .then((response) => response.json() as Promise<Reply>)
          .catch((): Reply => ({
            error: 'This was not saved. Check the connection and try again.',
          }));
        if (reply.review) keep(reply.review);
        if (reply.isConflict) setConflict({ message: reply.error ?? '', fields });
        else setFault(reply.error ?? null);
        return !reply.error;
      });
      line.current = work.then(() => setPending((count) => count - 1));
      return work;
    },
    [classId, keep],
  );

  // Somebody else's change is read before the next mark meets it.
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((change) => {
    if (change.kind !== 'submission' || change.classId !== classId || pending > 0) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      for (const id of newest.current.keys()) if (id !== currentId) newest.current.delete(id);
      void load(currentId);
    }, READ_AFTER_MS);
  });

  return {
    review: reviews.get(currentId),
    reviews,
    currentId,
    index,
    goTo,
    send,
    conflict,
    dismissConflict: () => {
      setConflict(null);
      setSettled((count) => count + 1);
    },
    /** Grows with each conflict that was answered: fields then show what is saved. */
    settled,
    fault,
    isSaving: pending > 0,
    previousId: entries[index - 1]?.submissionId,
    nextId,
  };
}

export type ReviewQueue = ReturnType<typeof useReviewQueue>;
