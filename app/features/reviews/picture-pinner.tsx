import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { CommentForm } from './comment-form.tsx';
import { PinnedPicture, placeOf } from './pinned-picture.tsx';
import { PinnedPrompt } from './pinned-prompt.tsx';
import { findWordSpans } from './word-spans.ts';
import type { PinnedComment, Review } from './find-review.server.ts';
import type { Region } from './grade-form.ts';
import css from './review-page.module.css';

interface PicturePinnerProps {
  picture: Review['pictures'][number];
  comments: { comment: PinnedComment; number: number }[];
  classId: string;
  savedComments: { id: string; text: string }[];
  onSend: (fields: Record<string, string>) => Promise<boolean>;
}

const THIRDS = ['Top left', 'Top', 'Top right', 'Left', 'Middle', 'Right'].concat([
  'Bottom left',
  'Bottom',
  'Bottom right',
]);
const SMALLEST = 0.03;

/**
 * A picture and its prompt to be commented on: a place is drawn with the pointer or chosen from nine, words of the
 * prompt are pressed, the first and the last.
 */
export function PicturePinner(props: PicturePinnerProps) {
  const { t } = useTranslation();
  const { picture, comments, classId, savedComments, onSend } = props;
  const [region, setRegion] = useState<Region | null>(null);
  const [words, setWords] = useState<{ first: number; last: number } | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const spans = findWordSpans(picture.prompt);

  function pointAt({ clientX, clientY, currentTarget }: PointerEvent) {
    const box = currentTarget.getBoundingClientRect();
    const part = (value: number) => Math.max(0, Math.min(1, value));
    return {
      x: part((clientX - box.left) / box.width),
      y: part((clientY - box.top) / box.height),
    };
  }

  function draw(event: PointerEvent) {
    if (!start.current) return;
    const from = start.current;
    const to = pointAt(event);
    const x = Math.min(from.x, to.x);
    const y = Math.min(from.y, to.y);
    const width = Math.abs(from.x - to.x);
    const height = Math.abs(from.y - to.y);
    setRegion(width > SMALLEST && height > SMALLEST ? { x, y, width, height } : null);
  }

  function press(index: number) {
    setWords((now) => {
      if (!now) return { first: index, last: index };
      if (now.first === now.last && index !== now.first)
        return { first: Math.min(now.first, index), last: Math.max(now.first, index) };
      return null;
    });
  }

  async function send(text: string) {
    const first = words && spans[words.first];
    const last = words && spans[words.last];
    const accepted = await onSend({
      intent: 'comment',
      text,
      pictureId: picture.id,
      ...(region && { region: JSON.stringify(region) }),
      ...(first && last && { quoteStart: String(first.start), quoteEnd: String(last.end) }),
    });
    if (accepted) {
      setRegion(null);
      setWords(null);
    }
    return accepted;
  }

  return (
    <Stack>
      <PinnedPicture picture={picture} comments={comments}>
        <div
          className={css.catch}
          onPointerDown={(event) => {
            start.current = pointAt(event);
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={draw}
          onPointerUp={() => (start.current = null)}
        />
        {region && <span className={css.drawn} style={placeOf(region)} />}
      </PinnedPicture>
      <PinnedPrompt prompt={picture.prompt} comments={comments} />
      <Disclosure summary={t('Comment on this picture')}>
        <Stack gap="small">
          <p>{t('Draw a frame on the picture, or choose a place:')}</p>
          <Select
            aria-label={t('Place', { context: 'picture' })}
            placeholder={region ? t('The frame that is drawn') : t('The whole picture')}
            value=""
            onChange={(event) => {
              const third = Number(event.currentTarget.value);
              setRegion({
                x: (third % 3) / 3,
                y: Math.floor(third / 3) / 3,
                width: 1 / 3,
                height: 1 / 3,
              });
            }}
            options={THIRDS.map((label, value) => ({ value: String(value), label: t(label) }))}
          />
          <p id={`words-${picture.id}`}>{t('Words of the prompt, the first and the last:')}</p>
          <div className={css.tokens} role="group" aria-labelledby={`words-${picture.id}`}>
            {spans.map(({ start: from, end }, index) => (
              <button
                key={from}
                type="button"
                className={css.token}
                aria-pressed={words !== null && index >= words.first && index <= words.last}
                onClick={() => press(index)}
              >
                {picture.prompt.slice(from, end)}
              </button>
            ))}
          </div>
          <CommentForm
            id={picture.id}
            label={t('Comment', { context: 'text' })}
            classId={classId}
            savedComments={savedComments}
            onSend={send}
          />
        </Stack>
      </Disclosure>
    </Stack>
  );
}
