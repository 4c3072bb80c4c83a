import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { GenerationProgress } from '#app/features/pictures/generation-progress.tsx';
import type { StudentLimits } from '#app/features/limits/class-limits.ts';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { drawSeed } from './draft.ts';
import type { Draft } from './draft.ts';
import { DropPicture } from './drop-picture.tsx';
import type { StudioModel } from './find-models.server.ts';
import { LivePicture } from './live-picture.tsx';
import { LiveSwitch } from './live-switch.tsx';
import type { RowPicture } from './picture-row.tsx';
import { StudioForm } from './studio-form.tsx';
import css from './studio-page.module.css';
import type { StudioView } from './studio-view.ts';
import { useDraft } from './use-draft.ts';
import { useLiveDrawing } from './use-live-drawing.ts';
import { ViewSwitch } from './view-switch.tsx';

interface StudioPageProps {
  userId: string;
  models: StudioModel[];
  /** A model's defaults, or the settings of the picture that the page was asked to start from. */
  start: Draft;
  startedFrom: string | undefined;
  generations: GenerationStatus[];
  /** The person's own newest finished pictures. */
  pictures: RowPicture[];
  /** What pictures can be taken apart into. */
  parts: PartName[];
  view: StudioView;
  /** What the class may use; null where nothing holds this person back. */
  limits: StudentLimits | null;
  /** Those that are quick enough to draw while somebody types. */
  quickModels: string[];
}

/** One calm page: the form, and beside it the pictures as they come. */
export function StudioPage(props: StudioPageProps) {
  const { t } = useTranslation();
  const { userId, models, start, startedFrom, pictures, view } = props;
  const { draft, change } = useDraft({ userId, start, startedFrom });
  const ids = props.generations.map(({ id }) => id);
  const generations = useGenerations({ ids, initial: props.generations });
  const [follows, setFollows] = useState(false);
  const canFollow = view !== 'words' && props.quickModels.includes(draft.modelId);
  const isLive = canFollow && follows;
  const live = useLiveDrawing({ draft, isOn: isLive });
  const lastSeed = generations.find(({ state }) => state === 'finished')?.seed;
  return (
    <>
      <PageHeader
        title={t('Studio')}
        lead={t('Say what you want to see, and watch it come out of the noise.')}
        actions={
          models.some(({ canLearn }) => canLearn) && (
            <LinkButton to="/concepts" variant="secondary">
              {t('Words and styles')}
            </LinkButton>
          )
        }
      />
      <Split
        ratio="even"
        aside={
          <>
            {isLive && <LivePicture {...live} />}
            <Pictures generations={generations} />
          </>
        }
      >
        <Card>
          <ViewSwitch view={view} />
          {view !== 'words' && <DropPicture onSettings={change} />}
          {canFollow && (
            <LiveSwitch
              draft={draft}
              models={models}
              quickModels={props.quickModels}
              limits={props.limits}
              hasSettings={view === 'everything'}
              isOn={isLive}
              onSwitch={(isOn) => {
                setFollows(isOn);
                // One seed for all, so that only what is typed changes the picture.
                if (draft.seed === '') change({ seed: drawSeed() });
              }}
            />
          )}
          <StudioForm
            // A form for each starting point: its panels begin with what is there.
            key={startedFrom}
            draft={draft}
            models={models}
            pictures={pictures}
            parts={props.parts}
            view={view}
            limits={props.limits}
            lastSeed={lastSeed}
            onChange={change}
          />
        </Card>
      </Split>
    </>
  );
}

function Pictures({ generations }: { generations: GenerationStatus[] }) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const newest = generations[0]?.id;
  const shown = useRef(newest);
  useEffect(() => {
    if (shown.current === newest) return;
    shown.current = newest;
    // On a phone a new picture begins below the form, out of sight.
    if (matchMedia('(max-width: 60rem)').matches) section.current?.scrollIntoView();
  }, [newest]);
  return (
    <section ref={section} aria-labelledby="studio-pictures" className={css.pictures}>
      <div className={css.head}>
        <h2 id="studio-pictures">{t('Your pictures')}</h2>
        <Link to="/history">{t('What came from what')}</Link>
        <Link to="/gallery">{t('All in the gallery')}</Link>
      </div>
      {generations.length === 0 ? (
        <p className={css.empty}>{t('Your first picture will appear here.')}</p>
      ) : (
        <ul className={css.grid}>
          {generations.map((generation) => (
            <li key={generation.id}>
              <GenerationProgress generation={generation} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
