import { Link } from '@remix-run/react';
import { compareUrl } from '#app/features/comparisons/compare-search.ts';
import type { PicturePage } from './find-picture.server.ts';
import { nameFields } from './name-fields.ts';
import css from './picture-family.module.css';

interface RelativeProps {
  picture: { id: string; alt: string };
  /** The picture of the page. */
  besideId: string;
  /** What differs between the two, in words. */
  change: string;
}

/** Where a picture's settings came from, and what was made from it, each with what changed. */
export function PictureFamily({
  picture: { id, parent, children, changedFields },
}: {
  picture: PicturePage;
}) {
  if (!parent && children.length === 0) return null;
  return (
    <>
      {parent && (
        <section className={css.family} aria-labelledby="picture-parent">
          <h2 id="picture-parent" className={css.heading}>
            Started from
          </h2>
          <Relative
            picture={parent}
            besideId={id}
            change={`Here: ${describeChange(changedFields)}`}
          />
        </section>
      )}
      {children.length > 0 && (
        <section className={css.family} aria-labelledby="picture-children">
          <h2 id="picture-children" className={css.heading}>
            What came from it
          </h2>
          <ul className={css.list}>
            {children.map((child) => (
              <li key={child.id}>
                <Relative
                  picture={child}
                  besideId={id}
                  change={`There: ${describeChange(child.changedFields)}`}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Relative({ picture: { id, alt }, besideId, change }: RelativeProps) {
  return (
    <div className={css.member}>
      <Link to={`/pictures/${id}`} className={css.relative}>
        <img src={`/pictures/${id}/thumbnail`} alt="" width={64} height={64} loading="lazy" />
        <span>
          {alt}
          <br />
          <b>{change}</b>
        </span>
      </Link>
      <Link to={compareUrl([besideId, id])} aria-label={`Compare with ${alt}`}>
        Compare
      </Link>
    </div>
  );
}

function describeChange(fields: string[]): string {
  const names = nameFields(fields);
  if (names.length === 0) return 'nothing changed';
  return `${new Intl.ListFormat('en').format(names)} changed`;
}
