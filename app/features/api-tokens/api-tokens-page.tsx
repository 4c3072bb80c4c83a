import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { CopyButton } from '#app/components/copy-button.tsx';
import { Secret } from '#app/components/secret.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import { ProgramsOff } from '#app/features/programs/programs-off.tsx';
import { NewTokenForm } from './new-token-form.tsx';
import { TokenTable } from './token-table.tsx';
import type { ListedToken } from './list-api-tokens.server.ts';
import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';

interface ApiTokensPageProps {
  tokens: ListedToken[];
  /** The class that a new token would work in; null where there is none or programs are off in it. */
  className: string | null;
  programsOn: boolean;
  lastResult: SubmissionResult | undefined;
  /** A token that was made just now. */
  made: string | undefined;
}

/** One's tokens: what they may do, until when, and how to take them back. */
export function ApiTokensPage(props: ApiTokensPageProps) {
  const { t } = useTranslation();
  const { tokens, className, programsOn, lastResult, made } = props;
  return (
    <ProgramsFrame
      title={t('Tokens')}
      lead={t('A token lets a program of yours work in Easel as you. Treat it like a password.')}
    >
      {made && <MadeToken token={made} />}
      <Split aside={<NewToken key={made} {...{ className, programsOn, lastResult }} />}>
        {tokens.length > 0 ? (
          <TokenTable tokens={tokens} />
        ) : (
          <EmptyState title={t('No tokens yet')}>
            {t(
              'Make one, and give it to a program: a script, a notebook, or a tool that speaks to the WebUI.',
            )}
          </EmptyState>
        )}
      </Split>
    </ProgramsFrame>
  );
}

function MadeToken({ token }: { token: string }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="success"
      live="polite"
      title={t('Copy your token now')}
      action={<CopyButton text={token} />}
    >
      <Stack gap="small">
        <Secret>{token}</Secret>
        <span>{t('Easel keeps no copy: when you leave this page nobody can read it again.')}</span>
      </Stack>
    </Notice>
  );
}

function NewToken({
  className,
  programsOn,
  lastResult,
}: Pick<ApiTokensPageProps, 'className' | 'programsOn' | 'lastResult'>) {
  if (!className || !programsOn) return <ProgramsOff className={className} />;
  return <NewTokenForm className={className} lastResult={lastResult} />;
}
