import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { RangeField } from '#app/components/range-field.tsx';
import { Tabs } from '#app/components/tabs.tsx';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { ControlFromPicture } from './control-from-picture.tsx';
import type { Draft } from './draft.ts';
import { DrawingPad } from './drawing-pad.tsx';
import { drawingUrl } from './drawing-url.ts';
import type { StudioModel } from './find-models.server.ts';
import { nameLayout } from './layout-names.ts';
import type { RowPicture } from './picture-row.tsx';
import { PosePuppet } from './pose-puppet.tsx';
import css from './studio-panels.module.css';

interface ControlPanelProps {
  formId: string;
  draft: Draft;
  model: StudioModel | undefined;
  /** A model that could be steered, where the chosen one can't. */
  steerable: StudioModel | undefined;
  /** Whether the class does without. */
  isOff: boolean;
  pictures: RowPicture[];
  /** What pictures can be taken apart into. */
  parts: PartName[];
  errors: Partial<Record<keyof Draft, string[]>>;
  onChange: (changes: Partial<Draft>) => void;
}

/** Where a kind of layout was made; what is in no tab of its own came from a picture. */
const TAB_OF: Record<string, string> = { scribble: 'sketch', pose: 'pose' };

/** Says where things go in the picture, by a sketch, a pose, or another picture's lines. */
export function ControlPanel(props: ControlPanelProps) {
  const { t } = useTranslation();
  const { formId, draft, model, steerable, isOff, pictures, parts, errors, onChange } = props;
  const id = `${formId}-control`;
  const [widthPx, heightPx] = draft.size.split('x').map(Number) as [number, number];
  const size = { widthPx, heightPx };
  const steer = (controlType: string) => (control: string) => onChange({ control, controlType });
  if (isOff)
    return (
      <Disclosure summary={t('Guide the layout')}>
        <Notice>{t('Your class does not guide the layout just now.')}</Notice>
      </Disclosure>
    );
  return (
    <Disclosure
      summary={t('Guide the layout')}
      detail={draft.control && t(nameLayout(draft.controlType))}
      defaultOpen={draft.control !== ''}
    >
      <input type="hidden" name="control" value={draft.control} />
      <input type="hidden" name="controlType" value={draft.controlType} />
      {model?.hasControl ? (
        <div className={css.panel}>
          <Tabs
            key={draft.size}
            label={t('Where the layout comes from')}
            defaultTab={TAB_OF[draft.controlType] ?? 'picture'}
            tabs={[
              {
                id: 'sketch',
                label: t('Sketch'),
                content: (
                  <DrawingPad
                    {...size}
                    label={t('A sketch of the layout')}
                    shapes={['rectangle', 'ellipse', 'line']}
                    onDrawn={steer('scribble')}
                  />
                ),
              },
              {
                id: 'pose',
                label: t('Pose'),
                content: <PosePuppet {...size} onPosed={steer('pose')} />,
              },
              {
                id: 'picture',
                label: t('From a picture'),
                content: (
                  <ControlFromPicture
                    {...size}
                    id={id}
                    pictures={pictures}
                    parts={parts}
                    onDrawn={(control, controlType) => onChange({ control, controlType })}
                  />
                ),
              },
            ]}
          />
          {draft.control && <ControlSettings {...props} />}
        </div>
      ) : (
        <Notice
          title={t('{{name}} can’t be guided by a drawing', {
            name: model?.name ?? t('This model'),
          })}
        >
          {t('That takes a model with a ControlNet.')}{' '}
          {steerable
            ? t('Choose {{name}} in the settings.', { name: steerable.name })
            : t('None of the models here has one; whoever looks after Easel can add one.')}
        </Notice>
      )}
      <FormError id={`${id}-error`} errors={errors.control ?? errors.controlEnd} />
    </Disclosure>
  );
}

function ControlSettings({ formId, draft, onChange }: ControlPanelProps) {
  const { t } = useTranslation();
  const range = (field: 'controlWeight' | 'controlStart' | 'controlEnd') => ({
    id: `${formId}-${field}`,
    name: field,
    min: 0,
    max: 1,
    step: 0.05,
    value: Number(draft[field]),
    onValueChange: (value: number) => onChange({ [field]: String(value) }),
  });
  return (
    <>
      <figure className={css.preview}>
        <figcaption>{t('This is what guides the picture')}</figcaption>
        <img
          src={drawingUrl(draft.control, 'control')}
          alt={t('The control picture: {{controlType}}', {
            controlType: t(nameLayout(draft.controlType)),
          })}
        />
        <Button
          type="button"
          variant="secondary"
          size="small"
          icon={<X aria-hidden />}
          onClick={() => onChange({ control: '' })}
        >
          {t('Draw without it')}
        </Button>
      </figure>
      <div className={css.fields}>
        <RangeField {...range('controlWeight')} label={t('How strongly')} max={2} />
        <RangeField {...range('controlStart')} label={t('From this part of the steps')} />
        <RangeField {...range('controlEnd')} label={t('To this part')} />
      </div>
    </>
  );
}
