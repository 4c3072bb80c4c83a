import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { useFetcher } from '@remix-run/react';
import type { SubmissionResult } from '@conform-to/react';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { LimitsNote } from '#app/features/limits/limits-note.tsx';
import type { StudentLimits } from '#app/features/limits/class-limits.ts';
import { GridPanel } from '#app/features/grids/grid-panel.tsx';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { ControlPanel } from './control-panel.tsx';
import type { Draft } from './draft.ts';
import type { StudioModel } from './find-models.server.ts';
import { HiddenFields } from './hidden-fields.tsx';
import type { RowPicture } from './picture-row.tsx';
import { LoraPanel } from './lora-panel.tsx';
import { ReadAs } from './read-as.tsx';
import { SeedField } from './seed-field.tsx';
import { StartPanel } from './start-panel.tsx';
import css from './studio-form.module.css';
import { StudioSettings } from './studio-settings.tsx';
import type { StudioView } from './studio-view.ts';
import { TokenCount } from './token-count.tsx';
import { UnseenWords } from './unseen-words.tsx';
import { WordPalette } from './word-palette.tsx';

interface StudioFormProps {
  draft: Draft;
  models: StudioModel[];
  /** The person's own newest pictures, to draw on from. */
  pictures: RowPicture[];
  parts: PartName[];
  view: StudioView;
  limits: StudentLimits | null;
  lastSeed: string | undefined;
  onChange: (changes: Partial<Draft>) => void;
}

const FORM_ID = 'studio';
const INPUTS: (keyof Draft)[] = [
  'startPictureId',
  'strength',
  'mask',
  'maskBlurPx',
  'maskContent',
  'maskArea',
  'maskPaddingPx',
  'control',
  'controlType',
  'controlWeight',
  'controlStart',
  'controlEnd',
];
const FOLDED: (keyof Draft)[] = [
  'modelId',
  'steps',
  'guidance',
  'sampler',
  'schedule',
  'size',
  'dialect',
  'hiresScale',
  'hiresStrength',
  'guidanceRescale',
];
/** What a view does not show counts all the same. */
const HIDDEN: Record<StudioView, (keyof Draft)[]> = {
  words: ['parentId', 'negativePrompt', 'seed', ...INPUTS, ...FOLDED],
  weights: ['parentId', ...INPUTS, ...FOLDED],
  everything: ['parentId'],
};

/** What a picture is asked for with. Works as a plain form too: the server checks all of it again. */
export function StudioForm(props: StudioFormProps) {
  const { t } = useTranslation();
  const { draft, models, pictures, view, limits, lastSeed, onChange } = props;
  const fetcher = useFetcher<SubmissionResult>();
  const [isOpen, setIsOpen] = useState(false);
  const [form, fields] = useForm({
    id: FORM_ID,
    lastResult: fetcher.state === 'idle' ? fetcher.data : undefined,
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: generationFormSchema }),
  });
  const errors = Object.fromEntries(
    Object.keys(draft).map((name) => [name, fields[name as keyof typeof fields]?.errors]),
  ) as Partial<Record<keyof Draft, string[]>>;
  const dialect = draft.dialect as PromptDialect;
  const model = models.find(({ id }) => id === draft.modelId);
  const changePrompt = (prompt: string) => onChange({ prompt });

  return (
    <fetcher.Form {...getFormProps(form)} method="post" action="/studio" className={css.form}>
      <Field
        id={`${FORM_ID}-prompt`}
        label={t('What should the picture show?')}
        errors={errors.prompt}
      >
        <TextArea
          id={`${FORM_ID}-prompt`}
          name="prompt"
          size="large"
          rows={3}
          value={draft.prompt}
          placeholder="a red house, in a meadow, sunny sky:1.2, 3d render"
          aria-describedby={`${FORM_ID}-prompt-error ${FORM_ID}-read-as`}
          aria-invalid={errors.prompt ? true : undefined}
          onChange={(event) => changePrompt(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      <ReadAs
        id={`${FORM_ID}-read-as`}
        prompt={draft.prompt}
        dialect={dialect}
        onPrompt={view === 'words' ? undefined : changePrompt}
      />
      <TokenCount prompt={draft.prompt} dialect={dialect} modelId={draft.modelId} />
      {model?.words && (
        <UnseenWords prompt={draft.prompt} modelName={model.name} words={model.words} />
      )}
      {model?.words && (
        <WordPalette
          slots={model.words.slots}
          prompt={draft.prompt}
          dialect={dialect}
          onPrompt={changePrompt}
        />
      )}
      {view !== 'words' && (
        <div className={css.pair}>
          <Field
            id={`${FORM_ID}-negativePrompt`}
            label={t('What should it not show?')}
            note={t('negative prompt')}
            hint={
              Number(draft.guidance) <= 1 && t('Counts only where the guidance is more than 1.')
            }
            errors={errors.negativePrompt}
          >
            <TextArea
              id={`${FORM_ID}-negativePrompt`}
              name="negativePrompt"
              rows={1}
              value={draft.negativePrompt}
              aria-invalid={errors.negativePrompt ? true : undefined}
              aria-describedby={`${FORM_ID}-negativePrompt-description ${FORM_ID}-negativePrompt-error`}
              onChange={(event) => onChange({ negativePrompt: event.currentTarget.value })}
            />
          </Field>
          <SeedField
            id={`${FORM_ID}-seed`}
            seed={draft.seed}
            errors={errors.seed}
            lastSeed={lastSeed}
            onSeed={(seed) => onChange({ seed })}
          />
        </div>
      )}
      {view === 'everything' && (
        <>
          <StartPanel
            formId={FORM_ID}
            draft={draft}
            pictures={pictures}
            hasUploads={limits?.hasUploads ?? true}
            errors={errors}
            onChange={onChange}
          />
          <ControlPanel
            formId={FORM_ID}
            draft={draft}
            model={model}
            steerable={models.find(({ hasControl }) => hasControl)}
            isOff={limits?.hasControls === false}
            pictures={pictures}
            parts={props.parts}
            errors={errors}
            onChange={onChange}
          />
        </>
      )}
      <HiddenFields draft={draft} names={HIDDEN[view]} />
      <FormError
        id={form.errorId}
        errors={form.errors ?? HIDDEN[view].flatMap((name) => errors[name] ?? [])}
      />
      <LimitsNote limits={limits} />
      <div className={css.actions}>
        <Button
          size="large"
          icon={<Sparkles aria-hidden />}
          busy={fetcher.state !== 'idle'}
          disabled={limits?.left === 0}
        >
          {t('Generate')}
        </Button>
        <span className={css.shortcut}>
          <Trans
            i18nKey="or press <kbd>Ctrl</kbd> + <kbd>Enter</kbd>"
            components={{ kbd: <kbd /> }}
          />
        </span>
      </div>
      {view === 'everything' && (
        <>
          <GridPanel
            formId={FORM_ID}
            errors={fetcher.data?.error ?? {}}
            busy={fetcher.state !== 'idle'}
            isOff={limits?.left === 0}
          />
          <LoraPanel
            formId={FORM_ID}
            loras={model?.loras ?? []}
            prompt={draft.prompt}
            onPrompt={changePrompt}
          />
          <StudioSettings
            formId={FORM_ID}
            draft={draft}
            models={models}
            limits={limits}
            errors={errors}
            isOpen={isOpen || FOLDED.some((field) => errors[field])}
            onChange={onChange}
            onToggle={setIsOpen}
          />
        </>
      )}
    </fetcher.Form>
  );
}
