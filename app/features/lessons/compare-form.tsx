import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { SliderCompare } from '#app/components/slider-compare.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { FIELD_NAMES } from '#app/features/comparisons/find-differing-fields.ts';
import type { DifferingField } from '#app/features/comparisons/find-differing-fields.ts';
import css from './compare-form.module.css';
import { DifferingPhrasesList } from './differing-phrases-list.tsx';
import type { Side } from './list-sides.ts';
import { SideChooser } from './side-chooser.tsx';
import type { ActivityProps } from './activity-props.ts';
import { StepForm } from './step-form.tsx';

/** Two sides of a fair test: the student chooses them, the server says what differs. */
export function CompareForm({ page, stepId, refusal }: ActivityProps<'compare'>) {
  const { t } = useTranslation();
  const { work, evidence, canAnswer } = page;
  if (work?.kind !== 'compare') return null;
  if (evidence?.kind === 'compare') {
    const left = findSide(work.sides, evidence.left);
    const right = findSide(work.sides, evidence.right);
    return (
      <Stack gap="large">
        <Notice tone="success" title={t('A fair test')} live="polite">
          {t('Exactly one thing changed: {{changed}}.', {
            changed: t(FIELD_NAMES[evidence.changed as DifferingField]),
          })}
          {evidence.sharedSeeds.length > 0 &&
            ` ${t('Both sides have the same {{count}} seeds.', { count: evidence.sharedSeeds.length })}`}
        </Notice>
        {work.phrases && <DifferingPhrasesList phrases={work.phrases} />}
        {left && right && <SidesTogether left={left} right={right} />}
      </Stack>
    );
  }
  if (work.sides.length < 2)
    return (
      <Notice tone="info">
        {t(
          'There is nothing to compare yet. Go back a step and make pictures that differ in one thing.',
        )}
      </Notice>
    );
  return (
    <StepForm
      stepId={stepId}
      intent="compare"
      submitLabel={t('Is this a fair test?')}
      refusal={refusal}
      disabled={!canAnswer}
    >
      <Split
        ratio="even"
        aside={<SideChooser name="right" legend={t('Right side')} sides={work.sides} />}
      >
        <SideChooser name="left" legend={t('Left side')} sides={work.sides} />
      </Split>
    </StepForm>
  );
}

function findSide(sides: Side[], ids: string[]): Side | undefined {
  return sides.find(({ pictures }) =>
    pictures.some(({ generationId }) => ids.includes(generationId)),
  );
}

function SidesTogether({ left, right }: { left: Side; right: Side }) {
  const { t } = useTranslation();
  // Where the seed itself was tested, each side is one picture and no seed is shared.
  const only = left.pictures.length === 1 ? right.pictures[0] : undefined;
  const pairs = left.pictures.flatMap((before) => {
    const after = right.pictures.find(({ seed }) => seed === before.seed) ?? only;
    return after ? [{ before, after }] : [];
  });
  return (
    <div className={css.pairs}>
      {pairs.map(({ before, after }) => (
        <SliderCompare
          key={before.generationId}
          widthPx={128}
          heightPx={128}
          before={{ src: pictureUrl(before.pictureId), alt: before.alt, label: t('left') }}
          after={{ src: pictureUrl(after.pictureId), alt: after.alt, label: t('right') }}
        />
      ))}
    </div>
  );
}

function pictureUrl(id: string): string {
  return `/pictures/${id}/image`;
}
