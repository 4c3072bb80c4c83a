import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import type { Review } from './find-review.server.ts';
import css from './review-page.module.css';

interface GradePanelProps {
  rubric: Criterion[];
  review: Review;
  /** The criterion that number keys set. */
  active: number;
  onActive: (index: number) => void;
  onLevel: (criterion: number, place: number) => void;
  onSend: (fields: Record<string, string>) => Promise<boolean>;
}

/** The draft grade: a level and a remark a criterion, and a remark on the whole. */
export function GradePanel({ rubric, review, active, onActive, onLevel, onSend }: GradePanelProps) {
  const { t } = useTranslation();
  return (
    <>
      {rubric.map(({ id, name, description, levels }, index) => {
        const score = review.scores.find(({ criterionId }) => criterionId === id);
        return (
          <fieldset
            key={id}
            className={css.criterion}
            data-active={index === active || undefined}
            onFocus={() => onActive(index)}
          >
            <legend>{name}</legend>
            {description && <p>{description}</p>}
            <div className={css.levels}>
              {levels.map((level, place) => (
                <label key={level.id} className={css.level}>
                  <input
                    type="radio"
                    name={id}
                    checked={score?.levelId === level.id}
                    onChange={() => onLevel(index, place)}
                  />
                  <span className={css.name}>{level.name}</span>
                  <span>{level.points}</span>
                  <kbd aria-hidden>{place + 1}</kbd>
                </label>
              ))}
            </div>
            <Remark
              id={`remark-${id}`}
              label={t('Remark on {{name}}', { name })}
              saved={score?.remark ?? ''}
              revision={review.revision}
              onSave={(fields) => void onSend({ intent: 'remark', criterionId: id, ...fields })}
            />
          </fieldset>
        );
      })}
      <Remark
        id="remark"
        label={t('Remark on the whole')}
        rows={3}
        saved={review.remark}
        revision={review.revision}
        onSave={(fields) => void onSend({ intent: 'remark', ...fields })}
      />
    </>
  );
}

interface RemarkProps {
  id: string;
  label: string;
  rows?: number;
  saved: string;
  revision: number;
  onSave: (fields: { remark: string; revision?: string }) => void;
}

/**
 * Saved when the field is left. What somebody else writes meanwhile takes its place only in a field at rest; in
 * one that is being written in, the revision of the first keystroke is sent, so that the conflict shows.
 */
function Remark({ id, label, rows = 1, saved, revision, onSave }: RemarkProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useRef({ saved, revision });
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = saved;
  }, [saved]);
  return (
    <Field id={id} label={label} hideLabel={rows === 1}>
      <TextArea
        id={id}
        rows={rows}
        maxLength={2000}
        inputRef={field}
        placeholder={rows === 1 ? t('Remark') : undefined}
        defaultValue={saved}
        onFocus={() => (begun.current = { saved, revision })}
        onBlur={(event) => {
          const remark = event.currentTarget.value.trim();
          const isOld = begun.current.saved !== saved;
          if (remark === begun.current.saved) event.currentTarget.value = saved;
          else onSave({ remark, ...(isOld && { revision: String(begun.current.revision) }) });
        }}
      />
    </Field>
  );
}
