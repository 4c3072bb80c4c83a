import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Field } from '#app/components/field.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { Select } from '#app/components/select.tsx';
import type { Draft } from './draft.ts';
import { drawingUrl } from './drawing-url.ts';
import { DrawingPad } from './drawing-pad.tsx';
import css from './studio-panels.module.css';

interface MaskPainterProps {
  formId: string;
  draft: Draft;
  pictureUrl: string;
  onChange: (changes: Partial<Draft>) => void;
}

const CONTENTS = [
  { value: 'original', label: 'What is there now' },
  { value: 'fill', label: 'The colours around it' },
  { value: 'noise', label: 'Noise' },
  { value: 'nothing', label: 'Nothing' },
];
const AREAS = [
  { value: 'whole', label: 'At the size it has in the picture' },
  { value: 'masked', label: 'Large, then put back: finer detail' },
];

/** What is painted white here is drawn anew; all else stays as it is. */
export function MaskPainter({ formId, draft, pictureUrl, onChange }: MaskPainterProps) {
  const { t } = useTranslation();
  const [baseUrl] = useState(() => drawingUrl(draft.mask, 'mask'));
  const [widthPx, heightPx] = draft.size.split('x').map(Number) as [number, number];
  return (
    <div className={css.panel}>
      <DrawingPad
        key={draft.size}
        label={t('The part to draw anew')}
        widthPx={widthPx}
        heightPx={heightPx}
        pictureUrl={pictureUrl}
        baseUrl={baseUrl}
        shapes={['filled rectangle']}
        canInvert
        onDrawn={(mask) => onChange({ mask })}
      />
      <input type="hidden" name="mask" value={draft.mask} />
      <RangeField
        id={`${formId}-maskBlurPx`}
        name="maskBlurPx"
        label={t('Soft edge')}
        min={0}
        max={32}
        unit="px"
        value={Number(draft.maskBlurPx)}
        onValueChange={(blur) => onChange({ maskBlurPx: String(blur) })}
      />
      <Field id={`${formId}-maskContent`} label={t('It begins with')}>
        <Select
          id={`${formId}-maskContent`}
          name="maskContent"
          value={draft.maskContent}
          options={translateLabels(t, CONTENTS)}
          onChange={(event) => onChange({ maskContent: event.currentTarget.value })}
        />
      </Field>
      <Field id={`${formId}-maskArea`} label={t('It is drawn')}>
        <Select
          id={`${formId}-maskArea`}
          name="maskArea"
          value={draft.maskArea}
          options={translateLabels(t, AREAS)}
          onChange={(event) => onChange({ maskArea: event.currentTarget.value })}
        />
      </Field>
      {draft.maskArea === 'masked' && (
        <RangeField
          id={`${formId}-maskPaddingPx`}
          name="maskPaddingPx"
          label={t('With this much around it')}
          min={0}
          max={128}
          unit="px"
          value={Number(draft.maskPaddingPx)}
          onValueChange={(padding) => onChange({ maskPaddingPx: String(padding) })}
        />
      )}
    </div>
  );
}
