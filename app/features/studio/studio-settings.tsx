import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { translateLabels } from '#app/components/translate-labels.ts';
import { Field } from '#app/components/field.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { Select } from '#app/components/select.tsx';
import { SAMPLER_NAMES, SCHEDULE_NAMES } from '#app/features/pictures/sampler-names.ts';
import { usesModel } from '#app/features/limits/class-limits.ts';
import type { StudentLimits } from '#app/features/limits/class-limits.ts';
import type { SamplerId } from '#worker/engine/contract/request.ts';
import { modelSettings } from './draft.ts';
import type { Draft } from './draft.ts';
import type { StudioModel } from './find-models.server.ts';
import css from './studio-settings.module.css';

interface StudioSettingsProps {
  formId: string;
  draft: Draft;
  models: StudioModel[];
  limits: StudentLimits | null;
  /** What is wrong, by field. */
  errors: Partial<Record<keyof Draft, string[]>>;
  isOpen: boolean;
  onChange: (changes: Partial<Draft>) => void;
  onToggle: (isOpen: boolean) => void;
}

const DIALECT_OPTIONS = [
  { value: 'classroom', label: 'Classroom – grey cat:0.7' },
  { value: 'webui', label: 'WebUI – (grey cat:0.7)' },
];

const HIRES_OPTIONS = [
  { value: '', label: 'No' },
  { value: '1.5', label: '1.5 times larger' },
  { value: '2', label: 'Twice as large' },
];

/** Everything that a beginner may leave alone, folded away under one line that names the choices. */
export function StudioSettings(props: StudioSettingsProps) {
  const { t } = useTranslation();
  const { formId, draft, models, limits, errors, isOpen, onChange, onToggle } = props;
  const model = models.find(({ id }) => id === draft.modelId);
  const choice = (field: 'sampler' | 'schedule' | 'size' | 'dialect') => ({
    id: `${formId}-${field}`,
    name: field,
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });

  return (
    <details
      className={css.settings}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary className={css.summary}>
        <span className={css.title}>{t('Settings')}</span>
        <span className={css.choices}>{describeChoices(t, draft, model)}</span>
      </summary>
      <div className={css.fields}>
        <Field
          id={`${formId}-modelId`}
          label={t('Model')}
          errors={errors.modelId}
          hint={describeModel(t, model)}
        >
          <Select
            id={`${formId}-modelId`}
            name="modelId"
            value={draft.modelId}
            options={models.map(({ id, name }) =>
              usesModel(limits, id)
                ? { value: id, label: name }
                : {
                    value: id,
                    label: t('{{name}} (not in your class)', { name }),
                    disabled: true,
                  },
            )}
            onChange={(event) => {
              const chosen = models.find(({ id }) => id === event.currentTarget.value);
              if (chosen) onChange(modelSettings(chosen));
            }}
          />
        </Field>
        <RangeField
          id={`${formId}-steps`}
          name="steps"
          label={t('Steps')}
          min={1}
          max={50}
          value={Number(draft.steps)}
          ends={[t('quick and rough'), t('slow and fine')]}
          errors={errors.steps}
          onValueChange={(steps) => onChange({ steps: String(steps) })}
        />
        <RangeField
          id={`${formId}-guidance`}
          name="guidance"
          label={t('Guidance')}
          min={0}
          max={15}
          step={0.5}
          value={Number(draft.guidance)}
          ends={[t('free'), t('by the word')]}
          errors={errors.guidance}
          onValueChange={(guidance) => onChange({ guidance: String(guidance) })}
        />
        <Field id={`${formId}-sampler`} label={t('Sampler')} errors={errors.sampler}>
          <Select {...choice('sampler')} options={toOptions(SAMPLER_NAMES)} />
        </Field>
        <Field id={`${formId}-schedule`} label={t('Noise schedule')} errors={errors.schedule}>
          <Select {...choice('schedule')} options={translateLabels(t, toOptions(SCHEDULE_NAMES))} />
        </Field>
        <Field id={`${formId}-size`} label={t('Size')} errors={errors.size}>
          <Select
            {...choice('size')}
            options={sizeOptions(t, model, draft.size, limits?.longestSidePx ?? null)}
          />
        </Field>
        <Field
          id={`${formId}-hiresScale`}
          label={t('Draw once more, larger')}
          hint={t('A second pass adds detail.')}
        >
          <Select
            id={`${formId}-hiresScale`}
            name="hiresScale"
            value={draft.hiresScale}
            options={translateLabels(t, HIRES_OPTIONS)}
            onChange={(event) => onChange({ hiresScale: event.currentTarget.value })}
          />
        </Field>
        {draft.hiresScale !== '' && (
          <RangeField
            id={`${formId}-hiresStrength`}
            name="hiresStrength"
            label={t('Strength of the second pass')}
            min={0}
            max={1}
            step={0.05}
            value={Number(draft.hiresStrength)}
            errors={errors.hiresStrength}
            onValueChange={(strength) => onChange({ hiresStrength: String(strength) })}
          />
        )}
        <RangeField
          id={`${formId}-guidanceRescale`}
          name="guidanceRescale"
          label={t('Hold back contrast')}
          hint={t('Where strong guidance burns colours.')}
          min={0}
          max={1}
          step={0.1}
          value={Number(draft.guidanceRescale)}
          errors={errors.guidanceRescale}
          onValueChange={(share) => onChange({ guidanceRescale: share === 0 ? '' : String(share) })}
        />
        <Field id={`${formId}-dialect`} label={t('Weights are written as')} errors={errors.dialect}>
          <Select {...choice('dialect')} options={translateLabels(t, DIALECT_OPTIONS)} />
        </Field>
      </div>
    </details>
  );
}

function toOptions(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** Squares, a wide and a tall one, as the model takes them; and the size that a draft started with. */
function sizeOptions(
  t: TFunction,
  model: StudioModel | undefined,
  current: string,
  longestSidePx: number | null,
) {
  const { sidePx, sizeStepPx } = model ?? { sidePx: 512, sizeStepPx: 64 };
  const longPx = Math.round((sidePx * 1.5) / sizeStepPx) * sizeStepPx;
  const sizes = new Map([
    [`${sidePx}x${sidePx}`, 'Square'],
    [`${longPx}x${sidePx}`, 'Wide'],
    [`${sidePx}x${longPx}`, 'Tall'],
    [`${longPx}x${longPx}`, 'Large square'],
  ]);
  if (!sizes.has(current)) sizes.set(current, 'As it was');
  return [...sizes].map(([value, name]) => ({
    value,
    label: `${t(name)}, ${value.replace('x', ' × ')}`,
    disabled: longestSidePx !== null && Math.max(...value.split('x').map(Number)) > longestSidePx,
  }));
}

function describeChoices(t: TFunction, draft: Draft, model: StudioModel | undefined): string {
  return [
    model?.name ?? draft.modelId,
    t('{{count}} steps', { count: Number(draft.steps) }),
    t('guidance {{guidance}}', { guidance: draft.guidance }),
    SAMPLER_NAMES[draft.sampler as SamplerId] ?? draft.sampler,
    draft.size.replace('x', ' × '),
  ].join(' · ');
}

function describeModel(t: TFunction, model: StudioModel | undefined): string | undefined {
  if (!model) return t('This model is not here any more. Choose another.');
  const size = t('Made for {{sidePx}} × {{sidePx}} pixels', { sidePx: model.sidePx });
  return model.licence
    ? `${size}. ${t('Licence: {{licence}}.', { licence: model.licence })}`
    : `${size}.`;
}
