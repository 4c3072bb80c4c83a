import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { LinkButton } from '#app/components/link-button.tsx';

interface CollectPictureProps {
  pictureId: string;
  collections: { id: string; name: string; hasIt: boolean }[];
}

/** Puts a picture into one's collections, and takes it out again. */
export function CollectPicture({ pictureId, collections }: CollectPictureProps) {
  const { t } = useTranslation();
  return (
    <Disclosure summary={t('Put it into a collection')}>
      <Cluster>
        {collections.map((collection) => (
          <Collect key={collection.id} pictureId={pictureId} collection={collection} />
        ))}
        <LinkButton to="/collections" variant="quiet" size="small">
          {t('New collection')}
        </LinkButton>
      </Cluster>
    </Disclosure>
  );
}

function Collect(props: {
  pictureId: string;
  collection: CollectPictureProps['collections'][number];
}) {
  const fetcher = useFetcher();
  const { pictureId, collection } = props;
  const { id, name, hasIt } = collection;
  return (
    <fetcher.Form method="post" action={`/collections/${id}`}>
      <input type="hidden" name="pictureId" value={pictureId} />
      <Button
        name="intent"
        value={hasIt ? 'take-out' : 'add'}
        size="small"
        variant={hasIt ? 'primary' : 'secondary'}
        aria-pressed={hasIt}
        busy={fetcher.state !== 'idle'}
      >
        {name}
      </Button>
    </fetcher.Form>
  );
}
