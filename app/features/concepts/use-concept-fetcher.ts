import { useFetcher } from '@remix-run/react';
import type { SubmissionResult } from '@conform-to/react';

/** A form of a concept's page that stays on it: whether it is busy, and what was wrong. */
export function useConceptFetcher() {
  const fetcher = useFetcher<SubmissionResult | null>();
  const { error } = fetcher.data ?? {};
  return {
    Form: fetcher.Form,
    submit: fetcher.submit,
    isBusy: fetcher.state !== 'idle',
    errors: Object.values(error ?? {}).flatMap((sentences) => sentences ?? []),
  };
}
