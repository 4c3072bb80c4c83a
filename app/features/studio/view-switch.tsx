import { useFetcher } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { STUDIO_VIEWS, VIEW_NAMES } from './studio-view.ts';
import type { StudioView } from './studio-view.ts';
import css from './view-switch.module.css';

/** How much of the studio shows. Works as a plain form too. */
export function ViewSwitch({ view }: { view: StudioView }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action="/studio/view" className={css.switch}>
      <span id="studio-view" className={css.label}>
        {t('Show')}
      </span>
      <span role="group" aria-labelledby="studio-view" className={css.choices}>
        {STUDIO_VIEWS.map((each) => (
          <button
            key={each}
            name="view"
            value={each}
            className={css.choice}
            aria-pressed={each === view}
          >
            {t(VIEW_NAMES[each])}
          </button>
        ))}
      </span>
    </fetcher.Form>
  );
}
