import { Badge } from '#app/components/badge.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { useRevalidator } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ConceptOwner } from './concept-owner.tsx';
import { KIND_NAMES, STATE_NAMES } from './concept-names.ts';
import { ConceptPictures } from './concept-pictures.tsx';
import type { ConceptPage as Concept } from './find-concept.server.ts';
import { Samples } from './samples.tsx';
import { TrainingPanel } from './training-panel.tsx';
import { UsePanel } from './use-panel.tsx';

/** A word or a style: its pictures, its training, what it has learned, and how it is used. */
export function ConceptPage({ concept }: { concept: Concept }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useLive(({ kind }) => {
    if (kind === 'concept' || kind === 'resync') revalidate();
  });
  const { name, kind, state, isOwn, makerName, isShared, isUsable, pictures } = concept;
  const isIdle = state !== 'waiting' && state !== 'training';
  return (
    <Stack gap="large">
      <PageHeader
        title={`<${name}>`}
        lead={
          isOwn
            ? t(KIND_NAMES[kind])
            : t('{{kind}} by {{madeBy}}', { kind: t(KIND_NAMES[kind]), madeBy: makerName })
        }
        back={{ to: '/concepts', label: t('Words and styles') }}
        actions={
          <>
            <Badge tone={state === 'ready' ? 'success' : 'neutral'}>{t(STATE_NAMES[state])}</Badge>
            {isShared && <Badge tone="success">{t('Shared with the class')}</Badge>}
          </>
        }
      />
      {isUsable && <UsePanel concept={concept} />}
      {(isOwn || pictures.length > 0) && (
        <ConceptPictures concept={concept} canChange={isOwn && isIdle} />
      )}
      {isOwn && <TrainingPanel concept={concept} />}
      <Samples concept={concept} />
      <ConceptOwner concept={concept} />
    </Stack>
  );
}
