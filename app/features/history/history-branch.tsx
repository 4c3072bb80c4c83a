import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { compareUrl } from '#app/features/comparisons/compare-search.ts';
import { DifferingPhrasesList } from '#app/features/lessons/differing-phrases-list.tsx';
import type { HistoryChange, HistoryNode } from './build-history.ts';
import css from './history-branch.module.css';

interface HistoryBranchProps {
  node: HistoryNode;
  parentId?: string | undefined;
}

/** A picture with what changed on the way to it, and below it what came from it. */
export function HistoryBranch({ node, parentId }: HistoryBranchProps) {
  const { t } = useTranslation();
  const { picture, change, children } = node;
  return (
    <>
      {change && <Change change={change} />}
      <div className={css.node}>
        {picture ? (
          <>
            <img
              src={`/pictures/${picture.id}/thumbnail`}
              alt=""
              width={72}
              height={72}
              loading="lazy"
            />
            <span className={css.words}>
              <Link to={`/pictures/${picture.id}`}>{picture.alt}</Link>
              <span className={css.links}>
                <Link
                  to={`/studio?from=${picture.id}`}
                  aria-label={t('Go on from {{alt}}', { alt: picture.alt })}
                >
                  {t('Go on from here')}
                </Link>
                {parentId && (
                  <Link
                    to={compareUrl([parentId, picture.id])}
                    aria-label={t('Compare {{alt}} with the one before', { alt: picture.alt })}
                  >
                    {t('Compare')}
                  </Link>
                )}
              </span>
            </span>
          </>
        ) : (
          <span className={css.words}>{t('There is no picture to show here.')}</span>
        )}
      </div>
      {children.length > 0 && (
        <ul className={css.children} data-single={children.length === 1 || undefined}>
          {children.map((child) => (
            <li key={child.id} className={css.child}>
              <HistoryBranch node={child} parentId={picture?.id} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Change({ change: { phrases, settings } }: { change: HistoryChange }) {
  const { t } = useTranslation();
  const isSame = !phrases && settings.length === 0;
  return (
    <div className={css.change}>
      <span aria-hidden>↳</span>
      {phrases && <DifferingPhrasesList phrases={phrases} />}
      {settings.length > 0 && (
        <span>
          {settings.map(({ name, before, after }) => `${t(name)} ${before} → ${after}`).join(', ')}
        </span>
      )}
      {isSame && <span>{t('nothing changed')}</span>}
    </div>
  );
}
