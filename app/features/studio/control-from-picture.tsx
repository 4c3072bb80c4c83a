import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { ANNOTATOR_IDS } from '#worker/engine/control/annotators/annotate.ts';
import type { AnnotatorId } from '#worker/engine/control/annotators/annotate.ts';
import { annotatePicture } from './annotate-picture.ts';
import { PictureRow } from './picture-row.tsx';
import type { RowPicture } from './picture-row.tsx';
import css from './studio-panels.module.css';
import { UploadField } from './upload-field.tsx';
import { useLoadedImage } from './use-loaded-image.ts';

interface ControlFromPictureProps {
  id: string;
  pictures: RowPicture[];
  widthPx: number;
  heightPx: number;
  onDrawn: (dataUrl: string, type: AnnotatorId) => void;
}

const NAMES: Record<AnnotatorId, string> = {
  line: 'Lines',
  scribble: 'A rough sketch',
  canny: 'Sharp edges',
};

/** Takes the layout out of a picture: its lines, or a sketch of it. */
export function ControlFromPicture(props: ControlFromPictureProps) {
  const { t } = useTranslation();
  const { id, pictures, widthPx, heightPx, onDrawn } = props;
  const [pictureId, setPictureId] = useState('');
  const [type, setType] = useState<AnnotatorId>('line');
  const image = useLoadedImage(pictureId ? `/pictures/${pictureId}/image` : undefined);
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });
  useEffect(() => {
    if (image) tell.current(annotatePicture({ image, type, widthPx, heightPx }), type);
  }, [image, type, widthPx, heightPx]);

  return (
    <div className={css.panel}>
      <PictureRow
        label={t('Pictures to take the layout from')}
        pictures={pictures}
        chosenId={pictureId}
        onChoose={setPictureId}
      />
      <UploadField id={`${id}-upload`} onPicture={setPictureId} />
      <Field id={`${id}-type`} label={t('What to take from it')}>
        <Select
          id={`${id}-type`}
          value={type}
          options={ANNOTATOR_IDS.map((value) => ({ value, label: t(NAMES[value]) }))}
          onChange={(event) => setType(event.currentTarget.value as AnnotatorId)}
        />
      </Field>
    </div>
  );
}
