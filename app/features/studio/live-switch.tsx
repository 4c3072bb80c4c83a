import { useTranslation } from 'react-i18next';
import { Checkbox } from '#app/components/checkbox.tsx';
import { usesModel } from '#app/features/limits/class-limits.ts';
import type { StudentLimits } from '#app/features/limits/class-limits.ts';
import type { Draft } from './draft.ts';
import type { StudioModel } from './find-models.server.ts';

interface LiveSwitchProps {
  draft: Draft;
  models: StudioModel[];
  quickModels: string[];
  limits: StudentLimits | null;
  /** Whether the page shows the settings, where another model can be chosen. */
  hasSettings: boolean;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** What a distilled model takes. */
const FEW_STEPS = 4;

/** Turns drawing on that follows the typing, and names a model of few steps that follows better. */
export function LiveSwitch(props: LiveSwitchProps) {
  const { t } = useTranslation();
  const { draft, models, quickModels, limits, hasSettings, isOn, onSwitch } = props;
  const distilled = models.find(
    ({ id, defaults }) =>
      quickModels.includes(id) && defaults.steps <= FEW_STEPS && usesModel(limits, id),
  );
  return (
    <Checkbox
      id="studio-live"
      label={t('Draw while I type')}
      hint={
        hasSettings &&
        distilled &&
        distilled.id !== draft.modelId &&
        t('{{name}} follows most quickly: choose it in the settings.', { name: distilled.name })
      }
      checked={isOn}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}
