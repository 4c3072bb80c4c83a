import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { AskedCollection } from './list-asked-collections.server.ts';

/** Collections that wait for a teacher's word, which is given on the collection's own page. */
export function AskedCollections({ collections }: { collections: AskedCollection[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="asked-collections">
      <h2 id="asked-collections">{t('Collections')}</h2>
      <ul>
        {collections.map(({ id, name, askedShelf, madeBy }) => (
          <li key={id}>
            <Link to={`/collections/${id}`}>{name}</Link>{' '}
            {askedShelf === 'class'
              ? t('by {{madeBy}}, for the class', { madeBy })
              : t('by {{madeBy}}, for the school', { madeBy })}
          </li>
        ))}
      </ul>
    </section>
  );
}
