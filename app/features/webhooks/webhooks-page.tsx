import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '#app/components/copy-button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Secret } from '#app/components/secret.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import { ProgramsOff } from '#app/features/programs/programs-off.tsx';
import type { ShownWebhook } from './list-webhooks.server.ts';
import { NewWebhookForm } from './new-webhook-form.tsx';
import { WebhookTable } from './webhook-table.tsx';

interface WebhooksPageProps {
  webhooks: ShownWebhook[];
  /** The class whose pictures are told of; null where there is none. */
  className: string | null;
  programsOn: boolean;
  lastResult: SubmissionResult | undefined;
  /** The key of a webhook that was made just now. */
  secret: string | undefined;
}

/** The addresses that are told when a picture has ended, and what they answered. */
export function WebhooksPage(props: WebhooksPageProps) {
  const { t } = useTranslation();
  const { webhooks, className, programsOn, lastResult, secret } = props;
  return (
    <ProgramsFrame
      title={t('Webhooks')}
      lead={t('A webhook tells a program of yours that a picture has ended, so it needn’t ask.')}
    >
      {secret && (
        <Notice
          tone="success"
          live="polite"
          title={t('Copy the key now')}
          action={<CopyButton text={secret} />}
        >
          <Stack gap="small">
            <Secret>{secret}</Secret>
            <span>
              {t(
                'Your program checks the Easel-Signature of each message with it. It is shown this once.',
              )}
            </span>
          </Stack>
        </Notice>
      )}
      <Split
        aside={
          className && programsOn ? (
            <NewWebhookForm key={secret} className={className} lastResult={lastResult} />
          ) : (
            <ProgramsOff className={className} />
          )
        }
      >
        {webhooks.length > 0 ? (
          <WebhookTable webhooks={webhooks} />
        ) : (
          <EmptyState title={t('No webhooks yet')}>
            {t('Add the address of a program. Easel sends it a small message for each picture.')}
          </EmptyState>
        )}
      </Split>
    </ProgramsFrame>
  );
}
