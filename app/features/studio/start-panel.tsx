import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import type { Draft } from './draft.ts';
import { MaskPainter } from './mask-painter.tsx';
import { PictureRow } from './picture-row.tsx';
import type { RowPicture } from './picture-row.tsx';
import css from './studio-panels.module.css';
import { UploadField } from './upload-field.tsx';

interface StartPanelProps {
  formId: string;
  draft: Draft;
  /** The person's own newest pictures. */
  pictures: RowPicture[];
  /** Whether the class takes pictures from outside. */
  hasUploads: boolean;
  errors: Partial<Record<keyof Draft, string[]>>;
  onChange: (changes: Partial<Draft>) => void;
}

/** Draws from a picture instead of from noise alone; all of it, or a painted part. */
export function StartPanel(props: StartPanelProps) {
  const { t } = useTranslation();
  const { formId, draft, pictures, hasUploads, errors, onChange } = props;
  const { startPictureId } = draft;
  const choose = (pictureId: string) => onChange({ startPictureId: pictureId, mask: '' });
  const url = `/pictures/${startPictureId}/image`;
  return (
    <Disclosure
      summary={t('Start from a picture')}
      detail={startPictureId && (draft.mask ? t('a part of it') : t('chosen'))}
      defaultOpen={startPictureId !== ''}
    >
      <input type="hidden" name="startPictureId" value={startPictureId} />
      <FormError id={`${formId}-start-error`} errors={errors.startPictureId ?? errors.mask} />
      {startPictureId === '' ? (
        <>
          <PictureRow label={t('Your pictures')} pictures={pictures} onChoose={choose} />
          {hasUploads ? (
            <UploadField id={`${formId}-upload`} onPicture={choose} />
          ) : (
            <Notice>{t('Your class does not use pictures from outside just now.')}</Notice>
          )}
        </>
      ) : (
        <div className={css.panel}>
          <div className={css.chosen}>
            <img src={url} alt={t('Where the drawing starts')} className={css.start} />
            <Button
              type="button"
              variant="secondary"
              size="small"
              icon={<X aria-hidden />}
              onClick={() => choose('')}
            >
              {t('Start from noise again')}
            </Button>
          </div>
          <RangeField
            id={`${formId}-strength`}
            name="strength"
            label={t('Strength')}
            min={0}
            max={1}
            step={0.05}
            value={Number(draft.strength)}
            ends={[t('keeps the picture'), t('draws it anew')]}
            errors={errors.strength}
            onValueChange={(strength) => onChange({ strength: String(strength) })}
          />
          <Disclosure
            key={startPictureId}
            summary={t('Paint over a part')}
            detail={draft.mask && t('painted')}
            defaultOpen={draft.mask !== ''}
          >
            <MaskPainter formId={formId} draft={draft} pictureUrl={url} onChange={onChange} />
          </Disclosure>
        </div>
      )}
    </Disclosure>
  );
}
