import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { GalleryPicture } from '#app/features/galleries/find-gallery.server.ts';

/** A person's newest pictures, for the home page. */
export function LastPictures({ pictures }: { pictures: GalleryPicture[] }) {
  if (pictures.length === 0) {
    return (
      <EmptyState
        title="No pictures yet"
        action={<LinkButton to="/studio">Open the studio</LinkButton>}
      >
        The pictures that you make will hang here.
      </EmptyState>
    );
  }
  return (
    <PictureGrid label="Your last pictures" size="small">
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
