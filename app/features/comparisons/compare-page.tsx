import { Link } from '@remix-run/react';
import { Images } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { compareUrl } from './compare-search.ts';
import css from './compare-page.module.css';
import { ComparedPictures } from './compared-pictures.tsx';
import { FairTestNotice } from './fair-test-notice.tsx';
import type { ComparisonPage } from './find-comparison.server.ts';
import { MarkedPrompt } from './marked-prompt.tsx';

/** The setting whose values are words of ours. */
const WAY = 'way of drawing';

/** Pictures beside each other, what differs between them, and whether that is a fair test. */
export function ComparePage({ comparison }: { comparison: ComparisonPage }) {
  const { t } = useTranslation();
  const { pictures, settings } = comparison;
  const ids = pictures.map(({ id }) => id);
  return (
    <>
      <PageHeader
        title={t('Compare')}
        lead={t('Look closely: what changed, and what made it change?')}
        back={{ to: '/gallery', label: t('Gallery') }}
        actions={
          <LinkButton to={compareUrl(ids, true)} variant="secondary" icon={<Images aria-hidden />}>
            {t('Other pictures')}
          </LinkButton>
        }
      />
      <div className={css.page}>
        <FairTestNotice comparison={comparison} />
        {/* Other pictures begin with the whole view. */}
        <ComparedPictures key={ids.join()} pictures={pictures} />
        <section aria-labelledby="compared-prompts">
          <h2 id="compared-prompts" className={css.heading}>
            {t('Prompts')}
          </h2>
          <ul className={css.prompts}>
            {pictures.map(({ id, label, madeBy, tokens, missing }) => (
              <li key={id} className={css.prompt}>
                <h3 className={css.label}>
                  <Trans
                    i18nKey="<to>Picture {{label}}</to> by {{madeBy}}"
                    values={{ label, madeBy }}
                    components={{ to: <Link to={`/pictures/${id}`} /> }}
                  />
                </h3>
                <MarkedPrompt tokens={tokens} missing={missing} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="compared-settings">
          <h2 id="compared-settings" className={css.heading}>
            {t('Settings')}
          </h2>
          {/* A wide table scrolls in its own frame, by keyboard too. */}
          {/* eslint-disable jsx-a11y/no-noninteractive-tabindex */}
          <div
            className={css.scroll}
            tabIndex={0}
            role="region"
            aria-label={t('Table of settings')}
          >
            {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
            <table className={css.settings}>
              <thead>
                <tr>
                  <th scope="col">{t('Setting')}</th>
                  {pictures.map(({ id, label }) => (
                    <th key={id} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {settings.map(({ name, values, isDiffering }) => (
                  <tr key={name} data-differs={isDiffering || undefined}>
                    <th scope="row">
                      {t(name)}
                      {isDiffering && <span className={css.differs}>{t('≠ differs')}</span>}
                    </th>
                    {values.map((value, index) => (
                      <td key={index}>{(name === WAY ? t(value) : value) || '–'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </>
  );
}
