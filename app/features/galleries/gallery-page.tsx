import { Link, useFetcher } from '@remix-run/react';
import { BookMarked, Columns2, FolderHeart, Plus } from 'lucide-react';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { GalleryChoices } from './find-gallery-choices.server.ts';
import type { GalleryPage as Page, GalleryPicture } from './find-gallery.server.ts';
import { galleryAddress, isNarrowed } from './gallery-filter.ts';
import type { GalleryFilter, Shelf } from './gallery-filter.ts';
import { GalleryFilters } from './gallery-filters.tsx';
import css from './gallery-page.module.css';

interface GalleryPageProps {
  filter: GalleryFilter;
  choices: GalleryChoices;
  /** Null for someone who belongs to no class. */
  className: string | null;
  page: Page;
  isStudent: boolean;
  /** What has just been done to a picture. */
  done?: 'flag' | 'remove' | undefined;
}

const DONE = {
  flag: 'Thank you. Your teacher will look at that picture.',
  remove: 'The picture is removed.',
};

/** Own pictures, the class's and the school's, a page at a time. */
export function GalleryPage(props: GalleryPageProps) {
  const { t } = useTranslation();
  const { filter, choices, className, page, isStudent, done } = props;
  const { shelf } = filter;
  const lead = {
    own: t('Every picture that you have made.'),
    class: t('What {{className}} shows each other.', { className: className ?? t('your class') }),
    school: t('What the classes of the school show each other.'),
  };
  return (
    <>
      <PageHeader
        title={t('Gallery')}
        lead={lead[shelf]}
        actions={
          <>
            {isStudent && (
              <LinkButton to="/portfolio" variant="secondary" icon={<BookMarked aria-hidden />}>
                {t('My portfolio')}
              </LinkButton>
            )}
            <LinkButton to="/collections" variant="secondary" icon={<FolderHeart aria-hidden />}>
              {t('Collections')}
            </LinkButton>
            <LinkButton to="/compare" variant="secondary" icon={<Columns2 aria-hidden />}>
              {t('Compare pictures')}
            </LinkButton>
            <LinkButton to="/studio" icon={<Plus aria-hidden />}>
              {t('New picture')}
            </LinkButton>
          </>
        }
      />
      {done && (
        <Notice tone="success" live="polite">
          {t(DONE[done])}
        </Notice>
      )}
      {className !== null && (
        <nav className={css.shelves} aria-label={t('Galleries')}>
          <ShelfLink shelf="own" current={shelf} name={t('My pictures')} />
          <ShelfLink shelf="class" current={shelf} name={className} />
          <ShelfLink shelf="school" current={shelf} name={t('School')} />
        </nav>
      )}
      {(page.pictures.length > 0 || isNarrowed(filter)) && (
        <GalleryFilters filter={filter} choices={choices} />
      )}
      {page.pictures.length === 0 ? (
        <EmptyGallery filter={filter} />
      ) : (
        // A new choice or a new first page begins afresh.
        <Pictures
          key={`${galleryAddress(filter)} ${page.pictures[0]?.id}`}
          filter={filter}
          first={page}
        />
      )}
    </>
  );
}

function ShelfLink({ shelf, current, name }: { shelf: Shelf; current: Shelf; name: string }) {
  return (
    <Link
      to={`/gallery?shelf=${shelf}`}
      className={css.shelf}
      aria-current={shelf === current ? 'page' : undefined}
    >
      {name}
    </Link>
  );
}

const EMPTY = {
  own: {
    title: 'Nothing hangs here yet',
    text: 'Pictures that you make in lessons and in the studio are kept here.',
  },
  class: {
    title: 'Your class shows no pictures yet',
    text: 'Open a picture of yours and choose “Show it to the class”. Your teacher looks at it first.',
  },
  school: {
    title: 'The school shows no pictures yet',
    text: 'A picture of your class’s gallery can go on to the school’s, when a teacher agrees.',
  },
};

function EmptyGallery({ filter }: { filter: GalleryFilter }) {
  const { t } = useTranslation();
  if (isNarrowed(filter))
    return (
      <EmptyState drawing="frames" title={t('No picture fits')}>
        <p>
          <Trans
            i18nKey="Try fewer words. <to>Show everything.</to>"
            components={{ to: <Link to={`/gallery?shelf=${filter.shelf}`} /> }}
          />
        </p>
      </EmptyState>
    );
  const { title, text } = EMPTY[filter.shelf];
  return (
    <EmptyState
      drawing="frames"
      title={t(title)}
      action={<LinkButton to="/studio">{t('Open the studio')}</LinkButton>}
    >
      {t(text)}
    </EmptyState>
  );
}

/** "Load more" is a link to the next page; with scripts the page is added below instead. */
function Pictures({ filter, first }: { filter: GalleryFilter; first: Page }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ page: Page }>();
  const [shown, setShown] = useState(first);
  const [merged, setMerged] = useState<Page>();
  const arrived = fetcher.data?.page;
  if (arrived && arrived !== merged) {
    setMerged(arrived);
    setShown({ pictures: [...shown.pictures, ...arrived.pictures], next: arrived.next });
  }
  const more = shown.next && galleryAddress(filter, shown.next);
  return (
    <>
      <PictureGrid label={t(LABELS[filter.shelf])}>
        {shown.pictures.map((picture) => (
          <GalleryTile key={picture.id} picture={picture} shelf={filter.shelf} />
        ))}
      </PictureGrid>
      <p className={css.more}>
        {more ? (
          <LinkButton
            to={more}
            variant="secondary"
            aria-busy={fetcher.state !== 'idle'}
            onClick={(event) => {
              event.preventDefault();
              if (fetcher.state === 'idle') fetcher.load(more);
            }}
          >
            {fetcher.state === 'idle' ? t('Load more') : t('Loading…')}
          </LinkButton>
        ) : (
          <span role="status">{t('{{count}} pictures', { count: shown.pictures.length })}</span>
        )}
      </p>
    </>
  );
}

const LABELS = {
  own: 'My pictures',
  class: 'Pictures of the class',
  school: 'Pictures of the school',
};

function GalleryTile({ picture, shelf }: { picture: GalleryPicture; shelf: Shelf }) {
  const { t } = useTranslation();
  const { id, alt, widthPx, heightPx } = picture;
  return (
    <PictureTile
      src={`/pictures/${id}/thumbnail`}
      alt={alt}
      widthPx={widthPx}
      heightPx={heightPx}
      to={`/pictures/${id}`}
      caption={alt}
      detail={describe(t, picture, shelf)}
    />
  );
}

function describe(
  t: TFunction,
  { isOwn, madeBy, className, isAsked, ...picture }: GalleryPicture,
  shelf: Shelf,
) {
  if (shelf === 'school') return isOwn ? t('by you') : t('from {{className}}', { className });
  if (shelf === 'class') return isOwn ? t('by you') : t('by {{madeBy}}', { madeBy });
  if (isAsked) return t('waits for your teacher');
  if (picture.shelf === 'own') return null;
  return picture.shelf === 'class' ? t('hangs in the class') : t('hangs in the school');
}
