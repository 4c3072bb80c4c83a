import { useFetcher } from '@remix-run/react';
import { Pause, Play, Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { Wall } from './find-wall.server.ts';
import { useWallNews } from './use-wall-news.ts';
import { WallTile } from './wall-tile.tsx';

interface WallPageProps extends Wall {
  classId: string;
  className: string;
}

/** What every student of a class is making just now, with a pause for all and a picture to look at together. */
export function WallPage({ classId, className, places, isPaused, spotlight }: WallPageProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const intent = isPaused ? 'go-on' : 'pause';
  useWallNews(classId);
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Live wall')}
        lead={className}
        back={{ to: `/classes/${classId}`, label: className }}
        actions={
          <>
            <fetcher.Form method="post">
              <Button
                name="intent"
                value={intent}
                icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
                busy={fetcher.state !== 'idle'}
              >
                {isPaused ? t('Go on') : t('Pause the class')}
              </Button>
            </fetcher.Form>
            <LinkButton
              to={`/classes/${classId}/presenter`}
              variant="secondary"
              icon={<Presentation aria-hidden />}
            >
              {t('For the projector')}
            </LinkButton>
          </>
        }
      />
      {isPaused && (
        <Notice title={t('The class is paused')} live="polite">
          {t('No new picture starts. Your students see that you have paused.')}
        </Notice>
      )}
      {places.length === 0 ? (
        <EmptyState title={t('No students yet')} drawing="frames">
          {t('Give your students the class code; each has a place here.')}
        </EmptyState>
      ) : (
        <PictureGrid label={t('Students, by name')}>
          {places.map((place) => (
            <WallTile
              key={place.studentId}
              place={place}
              isSpotlit={spotlight !== null && spotlight.pictureId === place.pictureId}
            />
          ))}
        </PictureGrid>
      )}
    </Stack>
  );
}
