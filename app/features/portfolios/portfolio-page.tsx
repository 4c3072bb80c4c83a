import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { BookOpenText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PortfolioEditor } from './portfolio-editor.tsx';
import type { OwnPortfolio } from './find-portfolio.server.ts';

interface PortfolioPageProps {
  /** Null for a student without a class. */
  portfolio: OwnPortfolio | null;
  done: boolean;
  errors: { form?: string[] } | undefined;
}

/** A student's best pictures with words, put together to be read, printed and handed in. */
export function PortfolioPage({ portfolio, done, errors }: PortfolioPageProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="large">
      <PageHeader
        title={t('My portfolio')}
        lead={t('Your best pictures, in your order and with your words.')}
        back={{ to: '/gallery', label: t('Gallery') }}
        actions={
          portfolio?.id && (
            <LinkButton
              to={`/portfolios/${portfolio.id}`}
              variant="secondary"
              icon={<BookOpenText aria-hidden />}
            >
              {t('Read and print')}
            </LinkButton>
          )
        }
      />
      {portfolio ? (
        <PortfolioEditor portfolio={portfolio} done={done} errors={errors} />
      ) : (
        <EmptyState
          drawing="frames"
          title={t('Join a class first')}
          action={<LinkButton to="/join">{t('Join a class')}</LinkButton>}
        >
          {t('A portfolio belongs to a class.')}
        </EmptyState>
      )}
    </Stack>
  );
}
