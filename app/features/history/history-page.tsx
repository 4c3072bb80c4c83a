import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/components/link-button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import type { HistoryPage as Page } from './find-history.server.ts';
import css from './history-page.module.css';
import { HistoryBranch } from './history-branch.tsx';

/** One's own pictures as trees of what came from what. */
export function HistoryPage({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { trees, isCut, next } = page;
  return (
    <>
      <PageHeader
        title={t('History')}
        lead={t('What came from what, and what you changed on the way.')}
        back={{ to: '/studio', label: t('Studio') }}
      />
      {isCut && (
        <Notice title={t('These trees are very large')}>
          {t('Their newest branches are left out here.')}
        </Notice>
      )}
      {trees.length === 0 ? (
        <EmptyState
          title={t('Nothing here yet')}
          action={<LinkButton to="/studio">{t('Open the studio')}</LinkButton>}
        >
          {t('Make a picture, press “Use these settings” on it, and change one thing.')}
        </EmptyState>
      ) : (
        <ul className={css.trees} aria-label={t('Trees of pictures')}>
          {trees.map((tree) => (
            <li key={tree.id} className={css.tree}>
              <HistoryBranch node={tree} />
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className={css.more}>
          <LinkButton to={`/history?after=${next}`} variant="secondary">
            {t('Older trees')}
          </LinkButton>
        </p>
      )}
    </>
  );
}
