import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import type { ConceptPage } from './find-concept.server.ts';
import { useConceptFetcher } from './use-concept-fetcher.ts';

/** What its maker and the class's teacher alone may do: share it, or take it away. */
export function ConceptOwner({ concept }: { concept: ConceptPage }) {
  const { t } = useTranslation();
  const { id, name, isOwn, canShare, isShared, isUsable } = concept;
  const sharing = useConceptFetcher();
  const deletion = useConceptFetcher();
  const [asks, setAsks] = useState(false);
  if (!isOwn && !canShare) return null;
  return (
    <Cluster>
      {canShare && isUsable && (
        <sharing.Form method="post" action={`/concepts/${id}`}>
          <input type="hidden" name="intent" value={isShared ? 'unshare' : 'share'} />
          <Button variant="secondary" busy={sharing.isBusy}>
            {isShared ? t('Stop sharing it with the class') : t('Share it with the class')}
          </Button>
        </sharing.Form>
      )}
      <Button
        type="button"
        variant="quiet"
        icon={<Trash2 aria-hidden />}
        onClick={() => setAsks(true)}
      >
        {t('Delete')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('Delete <{{name}}>?', { name })}
        confirmLabel={t('Delete it')}
        busy={deletion.isBusy}
        onCancel={() => setAsks(false)}
        onConfirm={() =>
          deletion.submit({ intent: 'delete' }, { method: 'post', action: `/concepts/${id}` })
        }
      >
        {t(
          'What it learned is gone for good, and prompts can’t use it any more. Pictures that were made with it stay.',
        )}
      </ConfirmDialog>
    </Cluster>
  );
}
