import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { FormError } from '#app/components/form-error.tsx';
import type { CollectionPage } from './find-collections.server.ts';

const HANGS = {
  own: 'Only you and your teachers see this collection.',
  class:
    'It hangs in the class’s gallery. Each picture is seen by those alone who may see that picture.',
  school:
    'It hangs in the school’s gallery. Each picture is seen by those alone who may see that picture.',
};

interface CollectionActionsProps {
  collection: CollectionPage;
  errors?: string[] | undefined;
}

/** Where a collection hangs, the next rung, a teacher's answer, and its end. */
export function CollectionActions({ collection, errors }: CollectionActionsProps) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const busy = useNavigation().formData?.get('intent');
  const [isAsking, setIsAsking] = useState(false);
  const { shelf, askedShelf, isOwn, isTeacher } = collection;
  if (!isOwn && !isTeacher) return null;
  return (
    <Form method="post">
      <FormError errors={errors} />
      <p>{askedShelf ? t('It waits for a teacher’s yes.') : t(HANGS[shelf])}</p>
      <Cluster>
        {isTeacher && askedShelf && (
          <>
            <Button name="intent" value="approve" size="small" busy={busy === 'approve'}>
              {askedShelf === 'class' ? t('Hang it for the class') : t('Hang it for the school')}
            </Button>
            <Button
              name="intent"
              value="refuse"
              size="small"
              variant="secondary"
              busy={busy === 'refuse'}
            >
              {t('Not yet')}
            </Button>
          </>
        )}
        {isOwn && !askedShelf && shelf !== 'school' && (
          <Button name="intent" value="hang" size="small" busy={busy === 'hang'}>
            {shelf === 'own' ? t('Show it to the class') : t('Show it to the school')}
          </Button>
        )}
        {(askedShelf || shelf !== 'own') && (
          <Button
            name="intent"
            value="take-down"
            size="small"
            variant="secondary"
            busy={busy === 'take-down'}
          >
            {shelf === 'own' ? t('Take it back') : t('Take it down')}
          </Button>
        )}
        {isOwn && (
          <Button type="button" size="small" variant="quiet" onClick={() => setIsAsking(true)}>
            {t('Delete the collection')}
          </Button>
        )}
      </Cluster>
      <ConfirmDialog
        open={isAsking}
        title={t('Delete this collection?')}
        confirmLabel={t('Delete')}
        onConfirm={() => submit({ intent: 'delete' }, { method: 'post' })}
        onCancel={() => setIsAsking(false)}
      >
        {t('Its pictures stay where they are.')}
      </ConfirmDialog>
    </Form>
  );
}
