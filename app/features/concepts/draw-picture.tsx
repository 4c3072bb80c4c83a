import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { FieldError } from '#app/components/field-error.tsx';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import { DrawingPad } from '#app/features/studio/drawing-pad.tsx';
import css from './concept-page.module.css';
import { blackOnWhite } from './black-on-white.ts';

const SIDE_PX = 256;

/** A drawing of one's own, which goes the way of every upload. */
export function DrawPicture({ onPicture }: { onPicture: (pictureId: string) => void }) {
  const { t } = useTranslation();
  const upload = useFetcher<{ id?: string; error?: string }>();
  const [drawing, setDrawing] = useState('');
  const [sheet, setSheet] = useState(0);
  const generationId = upload.data?.id;
  const [status] = useGenerations({ ids: generationId ? [generationId] : [] });
  const pictureId = status?.picture?.id;
  const tell = useRef(onPicture);
  useEffect(() => {
    tell.current = onPicture;
  });
  useEffect(() => {
    if (!pictureId) return;
    tell.current(pictureId);
    setDrawing('');
    setSheet((number) => number + 1);
  }, [pictureId]);
  const isWaiting =
    upload.state !== 'idle' || status?.state === 'waiting' || status?.state === 'running';

  async function add() {
    const form = new FormData();
    form.set('picture', await blackOnWhite(drawing), 'drawing.png');
    upload.submit(form, { method: 'post', action: '/uploads', encType: 'multipart/form-data' });
  }

  return (
    <Disclosure summary={t('Draw one')}>
      <div className={css.drawing}>
        <DrawingPad
          key={sheet}
          label={t('Your drawing')}
          widthPx={SIDE_PX}
          heightPx={SIDE_PX}
          shapes={['rectangle', 'ellipse', 'line', 'filled rectangle']}
          onDrawn={setDrawing}
        />
        <Button type="button" onClick={() => void add()} busy={isWaiting} disabled={!drawing}>
          {t('Add this drawing')}
        </Button>
        <FieldError
          id="drawing-error"
          {...(upload.data?.error && { errors: [upload.data.error] })}
        />
        <p role="status" className={css.note}>
          {isWaiting && t('Easel looks at it …')}
          {status?.state === 'held' && t('A teacher looks at this drawing first.')}
        </p>
      </div>
    </Disclosure>
  );
}
