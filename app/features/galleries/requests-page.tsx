import { useFetcher, useRevalidator } from '@remix-run/react';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { AskedCollections } from '#app/features/collections/asked-collections.tsx';
import type { AskedCollection } from '#app/features/collections/list-asked-collections.server.ts';
import type { WaitingRequest } from './list-requests.server.ts';

interface RequestsPageProps {
  classId: string;
  className: string;
  requests: WaitingRequest[];
  collections: AskedCollection[];
}

/** What students would like to show: to the class, and from there to the school. */
export function RequestsPage(props: RequestsPageProps) {
  const { classId, className, requests, collections } = props;
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useLive((change) => {
    if (change.kind === 'moderation' && change.classId === classId) revalidate();
  });
  return (
    <Stack gap="large">
      <PageHeader
        title={t('For the gallery')}
        lead={t('Nobody else sees these pictures until you say yes.')}
        back={{ to: `/classes/${classId}`, label: className }}
      />
      {collections.length > 0 && <AskedCollections collections={collections} />}
      {requests.length === 0 ? (
        <EmptyState title={t('Nothing waits')} drawing="done">
          {t('When a student would like to show a picture, it appears here.')}
        </EmptyState>
      ) : (
        <PictureGrid label={t('Pictures that students would like to show')} size="large">
          {requests.map((request) => (
            <RequestTile key={request.id} classId={classId} request={request} />
          ))}
        </PictureGrid>
      )}
    </Stack>
  );
}

function RequestTile({ classId, request }: { classId: string; request: WaitingRequest }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ errors: string[] }>();
  const { id, shelf, generation } = request;
  const picture = generation.pictures[0];
  const reasonId = `reason-${id}`;
  const busy = fetcher.formData?.get('intent');
  const isHeld = picture?.state !== 'approved';
  return (
    <PictureTile
      state={isHeld ? 'blurred' : 'ready'}
      src={picture && `/pictures/${picture.id}/thumbnail`}
      to={picture && `/pictures/${picture.id}`}
      alt={picture?.alt ?? generation.prompt}
      widthPx={picture?.widthPx}
      heightPx={picture?.heightPx}
      caption={`${generation.user.displayName}, ${shelf === 'class' ? t('for the class') : t('for the school')}`}
      detail={generation.prompt}
      actions={
        <fetcher.Form method="post" action={`/classes/${classId}/requests`}>
          <input type="hidden" name="requestId" value={id} />
          <Field
            id={reasonId}
            label={t('A word to them')}
            note={t('optional')}
            errors={fetcher.data?.errors}
          >
            <TextInput id={reasonId} name="reason" maxLength={300} autoComplete="off" />
          </Field>
          <Cluster>
            <Button
              name="intent"
              value="approve"
              size="small"
              icon={<Check aria-hidden />}
              busy={busy === 'approve'}
            >
              {t('Hang it')}
            </Button>
            <Button
              name="intent"
              value="refuse"
              size="small"
              variant="secondary"
              icon={<X aria-hidden />}
              busy={busy === 'refuse'}
            >
              {t('Not yet')}
            </Button>
          </Cluster>
        </fetcher.Form>
      }
    />
  );
}
