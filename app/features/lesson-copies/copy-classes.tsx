import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Stack } from '#app/components/stack.tsx';
import css from './copy-classes.module.css';
import type { CopyPage } from './find-copy-page.server.ts';

/** Which classes have a lesson: give it, take it away, and remove one that no class has. */
export function CopyClasses({ copy }: { copy: CopyPage }) {
  const { t } = useTranslation();
  const { classes, version } = copy;
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Card title={t('Classes that have it')}>
      <Stack>
        {version === null && <p>{t('Publish the lesson first; then a class can have it.')}</p>}
        {classes.length === 0 && <p>{t('You have no class yet.')}</p>}
        <ul className={css.list}>
          {classes.map((each) => (
            <li key={each.id} className={css.item}>
              <Users aria-hidden />
              <span className={css.name}>
                {each.name}
                {each.version !== null && (
                  <> · {t('version {{version}}', { version: each.version })}</>
                )}
              </span>
              {each.version !== null ? (
                <Take classId={each.id} className={each.name} />
              ) : (
                version !== null && (
                  <Form method="post">
                    <input type="hidden" name="classId" value={each.id} />
                    <Button name="intent" value="give" size="small" busy={busy}>
                      {t('Give it to {{className}}', { className: each.name })}
                    </Button>
                  </Form>
                )
              )}
            </li>
          ))}
        </ul>
        {classes.every((each) => each.version === null) && <Remove />}
      </Stack>
    </Card>
  );
}

function Take({ classId, className }: { classId: string; className: string }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const submit = useSubmit();
  return (
    <>
      <Button type="button" size="small" variant="secondary" onClick={() => setAsks(true)}>
        {t('Take it away from {{className}}', { className })}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('Take this lesson away from {{className}}?', { className })}
        confirmLabel={t('Take it away')}
        onConfirm={() => {
          setAsks(false);
          submit({ intent: 'take', classId }, { method: 'post' });
        }}
        onCancel={() => setAsks(false)}
      >
        {t(
          'Students no longer find it. What they did in it is kept, and is back if you give it again.',
        )}
      </ConfirmDialog>
    </>
  );
}

function Remove() {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const submit = useSubmit();
  return (
    <Cluster>
      <Button
        type="button"
        size="small"
        variant="danger"
        icon={<Trash2 aria-hidden />}
        onClick={() => setAsks(true)}
      >
        {t('Remove this lesson')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('Remove this lesson for good?')}
        confirmLabel={t('Remove')}
        onConfirm={() => {
          setAsks(false);
          submit({ intent: 'remove' }, { method: 'post' });
        }}
        onCancel={() => setAsks(false)}
      >
        {t('Its text and all its versions are gone then.')}
      </ConfirmDialog>
    </Cluster>
  );
}
