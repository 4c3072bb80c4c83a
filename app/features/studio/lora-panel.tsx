import { useTranslation } from 'react-i18next';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { readLoraTags, setLora } from '#worker/engine/prompt/prompt.ts';

interface LoraPanelProps {
  formId: string;
  /** The LoRAs that lie in the model's folder. */
  loras: string[];
  prompt: string;
  onPrompt: (prompt: string) => void;
}

/** The LoRAs of a model, in step with the tags that the prompt names them by. */
export function LoraPanel({ formId, loras, prompt, onPrompt }: LoraPanelProps) {
  const { t } = useTranslation();
  if (loras.length === 0) return null;
  const tags = readLoraTags(prompt);
  return (
    <Fieldset legend={t('LoRAs')} hint={t('Each one turns the model towards a look or a thing.')}>
      {loras.map((name) => {
        const tag = tags.find((each) => each.name === name);
        return (
          <div key={name}>
            <Checkbox
              id={`${formId}-lora-${name}`}
              label={name}
              checked={tag !== undefined}
              onChange={(event) =>
                onPrompt(setLora(prompt, name, event.currentTarget.checked ? 1 : undefined))
              }
            />
            {tag && (
              <RangeField
                id={`${formId}-lora-${name}-strength`}
                label={t('Strength of {{name}}', { name })}
                min={0}
                max={2}
                step={0.05}
                value={tag.strength}
                ends={[t('hardly'), t('strongly')]}
                onValueChange={(strength) => onPrompt(setLora(prompt, name, strength))}
              />
            )}
          </div>
        );
      })}
    </Fieldset>
  );
}
