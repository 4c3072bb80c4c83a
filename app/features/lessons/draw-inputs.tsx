import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { FieldError } from '#app/components/field-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { DrawingPad } from '#app/features/studio/drawing-pad.tsx';
import { drawingUrl } from '#app/features/studio/drawing-url.ts';
import type { VariedField } from '#lessons/schema.ts';
import type { StepActivityProps } from './activity-props.ts';
import css from './draw-inputs.module.css';
import type { DrawWork } from './find-work.server.ts';
import { errorsOf } from './step-form.tsx';
import type { StudentActivity } from './student-step.ts';
import { useCaption } from './use-caption.ts';

interface DrawInputsProps extends StepActivityProps {
  activity: Extract<StudentActivity, { kind: 'generate' }>;
  fields: DrawWork['fields'];
}

/** What a step begins from beside words: a picture, a mask over it, a sketch, a table. */
export function DrawInputs({ activity, page, refusal, fields }: DrawInputsProps) {
  const writeCaption = useCaption();
  const { t } = useTranslation();
  const { work } = page;
  const [startId, setStartId] = useState('');
  const [mask, setMask] = useState('');
  const [control, setControl] = useState('');
  if (work?.kind !== 'generate') return null;
  const { starts, drawing, table } = work;
  const varies = (field: VariedField) => activity.vary.includes(field);
  return (
    <>
      {activity.startFrom && starts.length === 0 && (
        <Notice tone="info">
          {t('There is no picture yet to begin from. Go back and make one.')}
        </Notice>
      )}
      {activity.startFrom && starts.length > 0 && (
        <RadioCards
          id="startPictureId"
          name="startPictureId"
          legend={t('Begin from')}
          value={startId}
          onValueChange={(pictureId) => {
            setStartId(pictureId);
            setMask('');
          }}
          errors={errorsOf(refusal, 'startPictureId')}
          options={starts.map(({ pictureId, alt, caption }) => ({
            value: pictureId,
            label: writeCaption(caption),
            picture: (
              <img
                className={css.start}
                src={`/pictures/${pictureId}/image`}
                alt={alt}
                width={128}
                height={128}
              />
            ),
          }))}
        />
      )}
      {varies('mask') && startId && (
        <div id="mask">
          <DrawingPad
            key={startId}
            label={t('The part to draw anew')}
            widthPx={128}
            heightPx={128}
            pictureUrl={`/pictures/${startId}/image`}
            shapes={['filled rectangle']}
            canInvert
            onDrawn={setMask}
          />
          <input type="hidden" name="mask" value={mask} />
        </div>
      )}
      {varies('mask') && <FieldError id="mask-error" errors={errorsOf(refusal, 'mask')} />}
      {drawing && (
        <div id="control">
          <DrawingPad
            label={t('Your sketch')}
            widthPx={drawing.sidePx}
            heightPx={drawing.sidePx}
            baseUrl={drawing.steers ? drawingUrl(drawing.control, 'control') : undefined}
            shapes={['rectangle', 'ellipse', 'line']}
            onDrawn={setControl}
          />
          <input type="hidden" name="control" value={control || drawing.control} />
          {drawing.control && !control && (
            <p>{t('Your last sketch is used as long as you don’t draw a new one.')}</p>
          )}
          <FieldError id="control-error" errors={errorsOf(refusal, 'control')} />
        </div>
      )}
      {varies('strength') && (
        <RangeField
          id="strength"
          name="strength"
          label={t('Strength')}
          min={0}
          max={1}
          step={0.05}
          defaultValue={fields.strength}
          ends={[t('keeps the picture'), t('draws it anew')]}
          errors={errorsOf(refusal, 'strength')}
        />
      )}
      {activity.rows && (
        <Field
          id="table"
          label={t('Table')}
          hint={t(
            'The first line names the columns. One row a line; copy it from a spreadsheet if you like.',
          )}
          errors={errorsOf(refusal, 'table')}
        >
          <TextArea
            id="table"
            name="table"
            rows={12}
            maxLength={8000}
            defaultValue={table}
            spellCheck={false}
          />
        </Field>
      )}
    </>
  );
}
