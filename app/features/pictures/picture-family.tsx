import { Link } from '@remix-run/react';
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
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
  const { t, i18n } = useTranslation();
  if (!parent && children.length === 0) return null;
  return (
    <>
      {parent && (
        <section className={css.family} aria-labelledby="picture-parent">
          <h2 id="picture-parent" className={css.heading}>
            {t('Started from')}
          </h2>
          <Relative
            picture={parent}
            besideId={id}
            change={t('Here: {{change}}', {
              change: describeChange(i18n, changedFields),
            })}
          />
        </section>
      )}
      {children.length > 0 && (
        <section className={css.family} aria-labelledby="picture-children">
          <h2 id="picture-children" className={css.heading}>
            {t('What came from it')}
          </h2>
          <ul className={css.list}>
            {children.map((child) => (
              <li key={child.id}>
                <Relative
                  picture={child}
                  besideId={id}
                  change={t('There: {{change}}', {
                    change: describeChange(i18n, child.changedFields),
                  })}
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
  const { t } = useTranslation();
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
      <Link to={compareUrl([besideId, id])} aria-label={t('Compare with {{alt}}', { alt })}>
        {t('Compare')}
      </Link>
    </div>
  );
}

function describeChange({ t, language }: i18n, fields: string[]): string {
  const names = nameFields(fields).map((name) => t(name));
  if (names.length === 0) return t('nothing changed');
  return t('{{names}} changed', { names: new Intl.ListFormat(language).format(names) });
}
