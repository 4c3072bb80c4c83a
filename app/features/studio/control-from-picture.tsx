import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { ANNOTATOR_IDS } from '#worker/engine/control/annotators/annotate.ts';
import { DECOMPOSED_TYPES } from '#worker/engine/control/annotators/part-names.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { annotatePicture } from './annotate-picture.ts';
import { LAYOUT_NAMES } from './layout-names.ts';
import type { LayoutType } from './layout-names.ts';
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
  /** What pictures can be taken apart into, beside what needs no model. */
  parts: PartName[];
  onDrawn: (dataUrl: string, type: LayoutType) => void;
}

/** Takes the layout out of a picture: its lines, a sketch of it, how far things are, or who stands how. */
export function ControlFromPicture(props: ControlFromPictureProps) {
  const { t } = useTranslation();
  const { id, pictures, widthPx, heightPx, parts, onDrawn } = props;
  const [pictureId, setPictureId] = useState('');
  const [type, setType] = useState<LayoutType>('line');
  const annotator = ANNOTATOR_IDS.find((known) => known === type);
  const file = annotator ? 'image' : `parts/${type}`;
  const image = useLoadedImage(pictureId ? `/pictures/${pictureId}/${file}` : undefined);
  const types = [...ANNOTATOR_IDS, ...DECOMPOSED_TYPES.filter((part) => parts.includes(part))];
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });
  useEffect(() => {
    if (image?.src.endsWith(`/${file}`))
      tell.current(annotatePicture({ image, annotator, widthPx, heightPx }), type);
  }, [image, file, annotator, type, widthPx, heightPx]);

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
          options={types.map((value) => ({
            value,
            label: t(LAYOUT_NAMES[value]),
          }))}
          onChange={(event) => setType(event.currentTarget.value as LayoutType)}
        />
      </Field>
    </div>
  );
}
