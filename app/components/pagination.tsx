import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button.tsx';
import css from './pagination.module.css';

interface PaginationProps {
  /** The next page's address; none on the last page. */
  nextTo?: string;
  nextLabel?: string;
  firstTo?: string;
  firstLabel?: string;
  /** Such as "24 of 180 pictures". */
  summary?: string;
  label?: string;
}

/** The way to the next page of a long list, and back to its start. */
export function Pagination(props: PaginationProps) {
  const { t } = useTranslation();
  const {
    nextTo,
    nextLabel = t('Show more'),
    firstTo,
    firstLabel = t('Newest first'),
    summary,
  } = props;
  if (!nextTo && !firstTo && !summary) return null;
  return (
    <nav className={css.pagination} aria-label={props.label ?? t('Pages')}>
      {summary && <p className={css.summary}>{summary}</p>}
      {firstTo && (
        <LinkButton to={firstTo} variant="quiet">
          {firstLabel}
        </LinkButton>
      )}
      {nextTo && (
        <LinkButton to={nextTo} variant="secondary" preventScrollReset={false}>
          {nextLabel}
        </LinkButton>
      )}
    </nav>
  );
}
