import { Fragment } from 'react';
import type { PinnedComment } from './find-review.server.ts';
import css from './pinned.module.css';

interface PinnedPromptProps {
  prompt: string;
  comments: { comment: PinnedComment; number: number }[];
}

/** A prompt with the words marked that comments point at, each with the comment's number. */
export function PinnedPrompt({ prompt, comments }: PinnedPromptProps) {
  const quotes = comments
    .flatMap(({ comment: { quote }, number }) => (quote ? [{ ...quote, number }] : []))
    .sort((a, b) => a.start - b.start);
  let reached = 0;
  return (
    <p className={css.prompt}>
      {quotes.map(({ start, end, number }) => {
        // Quotes may overlap: what is marked already is not written twice.
        const from = Math.max(start, reached);
        const before = prompt.slice(reached, from);
        const marked = prompt.slice(from, Math.max(from, end));
        reached = Math.max(reached, end);
        return (
          <Fragment key={`${number}-${start}`}>
            {before}
            {marked && <mark className={css.mark}>{marked}</mark>}
            <sup>{number}</sup>
          </Fragment>
        );
      })}
      {prompt.slice(reached)}
    </p>
  );
}
