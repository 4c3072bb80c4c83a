import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useToast } from '#app/components/toast.tsx';
import { CollectionActions } from './collection-actions.tsx';
import type { CollectionPage as Collection } from './find-collections.server.ts';

interface CollectionPageProps {
  collection: Collection;
  errors?: string[] | undefined;
}

/** The pictures of a collection, where it hangs, and what its owner may do with it. */
export function CollectionPage({ collection, errors }: CollectionPageProps) {
  const { t } = useTranslation();
  const { id, name, isOwn, madeBy, className, pictures } = collection;
  return (
    <Stack gap="large">
      <PageHeader
        title={name}
        lead={
          isOwn
            ? t('Your collection')
            : madeBy
              ? t('by {{madeBy}}', { madeBy })
              : t('from {{className}}', { className })
        }
        back={{ to: '/collections', label: t('Collections') }}
      />
      <CollectionActions collection={collection} errors={errors} />
      {pictures.length === 0 ? (
        <EmptyState
          drawing="frames"
          title={t('No picture that you can see')}
          action={
            isOwn && <LinkButton to="/gallery">{t('Choose pictures in the gallery')}</LinkButton>
          }
        >
          {isOwn && t('Open a picture and choose “Put it into a collection”.')}
        </EmptyState>
      ) : (
        <PictureGrid label={name}>
          {pictures.map((picture) => (
            <CollectedTile key={picture.id} collectionId={id} picture={picture} isOwn={isOwn} />
          ))}
        </PictureGrid>
      )}
    </Stack>
  );
}

interface CollectedTileProps {
  collectionId: string;
  picture: Collection['pictures'][number];
  isOwn: boolean;
}

function CollectedTile({ collectionId, picture, isOwn }: CollectedTileProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const showToast = useToast();
  const { id, alt, widthPx, heightPx } = picture;
  const send = (intent: 'add' | 'take-out') =>
    fetcher.submit(
      { intent, pictureId: id },
      { method: 'post', action: `/collections/${collectionId}` },
    );
  return (
    <PictureTile
      src={`/pictures/${id}/thumbnail`}
      alt={alt}
      widthPx={widthPx}
      heightPx={heightPx}
      to={`/pictures/${id}`}
      caption={alt}
      actions={
        isOwn && (
          <Button
            type="button"
            size="small"
            variant="quiet"
            onClick={() => {
              send('take-out');
              showToast({ message: t('The picture is taken out.'), undo: () => send('add') });
            }}
          >
            {t('Take it out')}
          </Button>
        )
      }
    />
  );
}
