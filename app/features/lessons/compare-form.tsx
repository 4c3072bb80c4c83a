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
  const { work, evidence, canAnswer } = page;
  if (work?.kind !== 'compare') return null;
  if (evidence?.kind === 'compare') {
    const left = findSide(work.sides, evidence.left);
    const right = findSide(work.sides, evidence.right);
    return (
      <Stack gap="large">
        <Notice tone="success" title="A fair test" live="polite">
          Exactly one thing changed: {FIELD_NAMES[evidence.changed as DifferingField]}.
          {evidence.sharedSeeds.length > 0 &&
            ` Both sides have the same ${evidence.sharedSeeds.length === 1 ? 'seed' : `${evidence.sharedSeeds.length} seeds`}.`}
        </Notice>
        {work.phrases && <DifferingPhrasesList phrases={work.phrases} />}
        {left && right && <SidesTogether left={left} right={right} />}
      </Stack>
    );
  }
  if (work.sides.length < 2)
    return (
      <Notice tone="info">
        There is nothing to compare yet. Go back a step and make pictures that differ in one thing.
      </Notice>
    );
  return (
    <StepForm
      stepId={stepId}
      intent="compare"
      submitLabel="Is this a fair test?"
      refusal={refusal}
      disabled={!canAnswer}
    >
      <Split
        ratio="even"
        aside={<SideChooser name="right" legend="Right side" sides={work.sides} />}
      >
        <SideChooser name="left" legend="Left side" sides={work.sides} />
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
          before={{ src: pictureUrl(before.pictureId), alt: before.alt, label: 'left' }}
          after={{ src: pictureUrl(after.pictureId), alt: after.alt, label: 'right' }}
        />
      ))}
    </div>
  );
}

function pictureUrl(id: string): string {
  return `/pictures/${id}/image`;
}
