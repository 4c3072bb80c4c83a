import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { ClassWorkFilters } from './class-work-filters.tsx';
import { ClassWorkTile } from './class-work-tile.tsx';
import type { ClassWorkFilter } from './class-work-filter.ts';
import type { ClassWork } from './list-moderation.server.ts';
import css from './class-wall.module.css';

interface ClassWallProps {
  classId: string;
  work: ClassWork[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  isFirstPage: boolean;
  filter: ClassWorkFilter;
  students: { id: string; displayName: string }[];
  /** How many wait for a teacher. */
  waiting: number;
}

/** All that a class has made and asked for, newest first, with what a teacher has to decide. */
export function ClassWall(props: ClassWallProps) {
  const { t } = useTranslation();
  const { classId, work, next, isFirstPage, filter, students, waiting } = props;
  const isDeciding = filter.state === 'needs-a-look';
  const isFiltered = filter.state !== 'all' || filter.student !== undefined;
  return (
    <section aria-labelledby="wall-heading" className={css.wall}>
      <div className={css.head}>
        <h2 id="wall-heading">{t('Pictures')}</h2>
        {waiting > 0 && !isDeciding && (
          <LinkButton to="/moderation" variant="secondary" size="small">
            {t('{{waiting}} to look at', { waiting })}
          </LinkButton>
        )}
      </div>
      <ClassWorkFilters filter={filter} students={students} />
      {work.length === 0 ? (
        <EmptyState
          title={isFiltered ? t('Nothing here') : t('No pictures yet')}
          drawing={isDeciding ? 'done' : 'frames'}
        >
          {isFiltered ? (
            <p>
              <Trans
                i18nKey="Nothing fits this choice. <to>Show everything.</to>"
                components={{ to: <Link to="?" /> }}
              />
            </p>
          ) : (
            <p>{t('What your students make appears here while they make it.')}</p>
          )}
        </EmptyState>
      ) : (
        <PictureGrid
          label={t('Pictures of the class, newest first')}
          size={isDeciding ? 'large' : 'medium'}
        >
          {work.map((entry) => (
            <ClassWorkTile key={entry.id} classId={classId} work={entry} isDeciding={isDeciding} />
          ))}
        </PictureGrid>
      )}
      <nav className={css.pages} aria-label={t('Pages')}>
        {!isFirstPage && (
          <LinkButton to={pageAddress(filter)} variant="quiet">
            {t('Newest')}
          </LinkButton>
        )}
        {next && (
          <LinkButton to={pageAddress(filter, next)} variant="secondary">
            {t('Older')}
          </LinkButton>
        )}
      </nav>
    </section>
  );
}

function pageAddress({ state, student }: ClassWorkFilter, after?: string): string {
  return `?${new URLSearchParams({ state, ...(student && { student }), ...(after && { after }) })}`;
}
