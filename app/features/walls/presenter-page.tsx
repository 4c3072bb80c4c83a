import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { Wall } from './find-wall.server.ts';
import css from './presenter-page.module.css';
import { useWallNews } from './use-wall-news.ts';

interface PresenterPageProps {
  classId: string;
  className: string;
  isPaused: boolean;
  spotlight: Wall['spotlight'];
  pictures: { id: string; alt: string }[];
}

/** The class's pictures for the projector: approved ones alone, without names, live. */
export function PresenterPage(props: PresenterPageProps) {
  const { t } = useTranslation();
  const { classId, className, isPaused, spotlight, pictures } = props;
  useWallNews(classId);
  return (
    <Stack gap="large">
      <PageHeader
        title={className}
        lead={isPaused ? t('Paused') : undefined}
        back={{ to: `/classes/${classId}/wall`, label: t('Live wall') }}
      />
      {spotlight && (
        <figure className={css.spotlight}>
          <img
            className={css.large}
            src={`/pictures/${spotlight.pictureId}/image`}
            alt={spotlight.alt}
            width={spotlight.widthPx}
            height={spotlight.heightPx}
          />
          {spotlight.madeBy && <figcaption>{spotlight.madeBy}</figcaption>}
        </figure>
      )}
      {pictures.length === 0 && !spotlight ? (
        <EmptyState title={t('No picture yet')} drawing="frames">
          {t('The newest picture of each student appears here when it has been checked.')}
        </EmptyState>
      ) : (
        <PictureGrid
          label={t('Newest pictures of the class')}
          size={spotlight ? 'small' : 'medium'}
        >
          {pictures.map(({ id, alt }) => (
            <img key={id} className={css.picture} src={`/pictures/${id}/image`} alt={alt} />
          ))}
        </PictureGrid>
      )}
    </Stack>
  );
}
