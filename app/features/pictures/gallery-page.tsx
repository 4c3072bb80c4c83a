import { Link, useFetcher } from '@remix-run/react';
import { Columns2, Plus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import type { GalleryPage as Page, GalleryPicture, GalleryShelf } from './find-gallery.server.ts';
import css from './gallery-page.module.css';

interface GalleryPageProps {
  shelf: GalleryShelf;
  /** Null for someone who belongs to no class. */
  className: string | null;
  page: Page;
  /** What has just been done to a picture. */
  done?: 'flag' | 'remove' | undefined;
}

const DONE = {
  flag: 'Thank you. Your teacher will look at that picture.',
  remove: 'The picture is removed.',
};

/** Own pictures and the class's, a page at a time. */
export function GalleryPage({ shelf, className, page, done }: GalleryPageProps) {
  return (
    <>
      <PageHeader
        title="Gallery"
        lead={
          shelf === 'own'
            ? 'Every picture that you have made.'
            : `What ${className ?? 'your class'} has made.`
        }
        actions={
          <>
            <LinkButton to="/compare" variant="secondary" icon={<Columns2 aria-hidden />}>
              Compare pictures
            </LinkButton>
            <LinkButton to="/studio" icon={<Plus aria-hidden />}>
              New picture
            </LinkButton>
          </>
        }
      />
      {done && (
        <Notice tone="success" live="polite">
          {DONE[done]}
        </Notice>
      )}
      {className !== null && (
        <nav className={css.shelves} aria-label="Galleries">
          <Shelf to="/gallery" isCurrent={shelf === 'own'} name="My pictures" />
          <Shelf to="/gallery?shelf=class" isCurrent={shelf === 'class'} name={className} />
        </nav>
      )}
      {page.pictures.length === 0 ? (
        <EmptyGallery shelf={shelf} />
      ) : (
        // A new shelf or a new first page begins afresh.
        <Pictures key={`${shelf} ${page.pictures[0]?.id}`} shelf={shelf} first={page} />
      )}
    </>
  );
}

function Shelf({ to, isCurrent, name }: { to: string; isCurrent: boolean; name: string }) {
  return (
    <Link to={to} className={css.shelf} aria-current={isCurrent ? 'page' : undefined}>
      {name}
    </Link>
  );
}

function EmptyGallery({ shelf }: { shelf: GalleryShelf }) {
  const own = shelf === 'own';
  return (
    <EmptyState
      drawing="frames"
      title={own ? 'Nothing hangs here yet' : 'Your class has no pictures yet'}
      action={<LinkButton to="/studio">Open the studio</LinkButton>}
    >
      {own
        ? 'Pictures that you make in lessons and in the studio are kept here.'
        : 'Be the first: what you make appears here for your class.'}
    </EmptyState>
  );
}

/** "Load more" is a link to the next page; with scripts the page is added below instead. */
function Pictures({ shelf, first }: { shelf: GalleryShelf; first: Page }) {
  const fetcher = useFetcher<{ page: Page }>();
  const [shown, setShown] = useState(first);
  const [merged, setMerged] = useState<Page>();
  const arrived = fetcher.data?.page;
  if (arrived && arrived !== merged) {
    setMerged(arrived);
    setShown({ pictures: [...shown.pictures, ...arrived.pictures], next: arrived.next });
  }
  const more = shown.next && `/gallery?shelf=${shelf}&after=${shown.next}`;
  return (
    <>
      <PictureGrid label={shelf === 'own' ? 'My pictures' : 'Pictures of the class'}>
        {shown.pictures.map((picture) => (
          <GalleryTile key={picture.id} picture={picture} shelf={shelf} />
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
            {fetcher.state === 'idle' ? 'Load more' : 'Loading…'}
          </LinkButton>
        ) : (
          <span role="status">
            {shown.pictures.length === 1 ? '1 picture' : `${shown.pictures.length} pictures`}
          </span>
        )}
      </p>
    </>
  );
}

function GalleryTile({ picture, shelf }: { picture: GalleryPicture; shelf: GalleryShelf }) {
  const { id, alt, widthPx, heightPx, madeBy, isOwn } = picture;
  return (
    <PictureTile
      src={`/pictures/${id}/thumbnail`}
      alt={alt}
      widthPx={widthPx}
      heightPx={heightPx}
      to={`/pictures/${id}`}
      caption={alt}
      detail={shelf === 'class' && (isOwn ? 'by you' : `by ${madeBy}`)}
    />
  );
}
