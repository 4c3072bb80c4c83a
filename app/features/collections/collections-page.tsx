import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { Split } from '#app/components/split.tsx';
import type { CollectionSummary } from './find-collections.server.ts';
import { NewCollectionForm } from './new-collection-form.tsx';

interface CollectionsPageProps {
  collections: CollectionSummary[];
  errors?: string[] | undefined;
}

/** One's own collections and those that hang for the class and the school. */
export function CollectionsPage({ collections, errors }: CollectionsPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('Collections')}
        lead={t('Pictures that belong together, under a name.')}
        back={{ to: '/gallery', label: t('Gallery') }}
      />
      <Split aside={<NewCollectionForm errors={errors} />}>
        {collections.length === 0 ? (
          <EmptyState drawing="frames" title={t('No collections yet')}>
            {t('Give one a name, then open a picture and choose “Put it into a collection”.')}
          </EmptyState>
        ) : (
          <PictureGrid label={t('Collections')}>
            {collections.map((collection) => (
              <CollectionTile key={collection.id} collection={collection} />
            ))}
          </PictureGrid>
        )}
      </Split>
    </>
  );
}

function CollectionTile({ collection }: { collection: CollectionSummary }) {
  const { t } = useTranslation();
  const { id, name, cover, count, isOwn, madeBy, className } = collection;
  const by = isOwn ? t('by you') : madeBy ? t('by {{madeBy}}', { madeBy }) : className;
  return (
    <PictureTile
      src={cover ? `/pictures/${cover.id}/thumbnail` : undefined}
      alt={cover?.alt ?? t('Empty so far')}
      widthPx={cover?.widthPx}
      heightPx={cover?.heightPx}
      to={`/collections/${id}`}
      caption={name}
      detail={`${t('{{count}} pictures', { count })}, ${by}`}
    />
  );
}
