import { useFetcher } from '@remix-run/react';
import { Lightbulb, LightbulbOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { PictureTileState } from '#app/components/picture-tile.tsx';
import type { WallPlace } from './find-wall.server.ts';

const STATES: Record<NonNullable<WallPlace['state']>, string> = {
  waiting: 'Waits for its turn',
  running: 'Being made',
  finished: 'Finished',
  held: 'Held for you',
  blocked: 'Words blocked',
  failed: 'Did not work',
  cancelled: 'Cancelled',
};

interface WallTileProps {
  place: WallPlace;
  /** This picture is before everybody. */
  isSpotlit: boolean;
}

/** One student's place on the wall: the newest picture, or how far it is. */
export function WallTile({ place, isSpotlit }: WallTileProps) {
  const { t } = useTranslation();
  const { displayName, generationId, prompt, state, pictureId, alt, step, steps } = place;
  const isDrawing = state === 'running' && step !== null;
  const status = state === null ? t('Nothing yet') : t(STATES[state]);
  return (
    <PictureTile
      state={tileState(place)}
      src={
        pictureId
          ? `/pictures/${pictureId}/thumbnail`
          : isDrawing
            ? `/generations/${generationId}/preview?step=${step}`
            : undefined
      }
      to={pictureId ? `/pictures/${pictureId}` : undefined}
      alt={alt ?? prompt ?? displayName}
      widthPx={place.widthPx ?? undefined}
      heightPx={place.heightPx ?? undefined}
      step={step ?? undefined}
      steps={steps ?? undefined}
      statusText={status}
      caption={displayName}
      detail={prompt ? `${status}: ${prompt}` : status}
      actions={<Spotlight place={place} isSpotlit={isSpotlit} />}
    />
  );
}

function Spotlight({ place, isSpotlit }: WallTileProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { studentId, displayName, pictureId, pictureState } = place;
  const busy = fetcher.state !== 'idle';
  if (isSpotlit)
    return (
      <fetcher.Form method="post">
        <Button
          name="intent"
          value="spotlight-off"
          size="small"
          variant="secondary"
          icon={<LightbulbOff aria-hidden />}
          busy={busy}
        >
          {t('Stop showing')}
        </Button>
      </fetcher.Form>
    );
  if (!pictureId || pictureState !== 'approved') return null;
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="pictureId" value={pictureId} />
      <Checkbox
        id={`named-${studentId}`}
        name="named"
        label={t('Say that it is {{displayName}}’s', { displayName })}
      />
      <Button
        name="intent"
        value="spotlight"
        size="small"
        variant="secondary"
        icon={<Lightbulb aria-hidden />}
        busy={busy}
      >
        {t('Show everybody')}
      </Button>
    </fetcher.Form>
  );
}

function tileState({ state, pictureId, pictureState, step }: WallPlace): PictureTileState {
  if (pictureId) return pictureState === 'approved' ? 'ready' : 'blurred';
  if (state === 'running' && step !== null) return 'drawing';
  if (state === 'held' || state === 'blocked') return 'held';
  return state === 'failed' ? 'failed' : 'waiting';
}
