import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { GalleryPicture } from '#app/features/galleries/find-gallery.server.ts';

/** A person's newest pictures, for the home page. */
export function LastPictures({ pictures }: { pictures: GalleryPicture[] }) {
  const { t } = useTranslation();
  if (pictures.length === 0) {
    return (
      <EmptyState
        title={t('No pictures yet')}
        action={<LinkButton to="/studio">{t('Open the studio')}</LinkButton>}
      >
        {t('The pictures that you make will hang here.')}
      </EmptyState>
    );
  }
  return (
    <PictureGrid label={t('Your last pictures')} size="small">
      {pictures.map(({ id, alt, widthPx, heightPx }) => (
        <PictureTile
          key={id}
          src={`/pictures/${id}/thumbnail`}
          alt={alt}
          widthPx={widthPx}
          heightPx={heightPx}
          to={`/pictures/${id}`}
          caption={alt}
        />
      ))}
    </PictureGrid>
  );
}
