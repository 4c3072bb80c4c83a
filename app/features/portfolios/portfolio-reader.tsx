import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { ReadPortfolio } from './read-portfolio.server.ts';
import css from './portfolio-reader.module.css';

/** A portfolio as it is read, on a screen and on paper. */
export function PortfolioReader({ portfolio }: { portfolio: ReadPortfolio }) {
  const { t } = useTranslation();
  const time = useTime();
  const { isOwn, madeBy, title, introduction, items, handedInAt } = portfolio;
  return (
    <Stack gap="large">
      <div className={css.head}>
        <PageHeader
          title={title || t('Portfolio')}
          lead={`${madeBy}, ${portfolio.class.name}${handedInAt && !isOwn ? `, ${t('handed in {{at}}', { at: time(handedInAt) })}` : ''}`}
          back={
            isOwn
              ? { to: '/portfolio', label: t('My portfolio') }
              : { to: `/classes/${portfolio.class.id}/portfolios`, label: t('Portfolios') }
          }
          actions={
            <span className={css.screen}>
              <Button
                type="button"
                variant="secondary"
                icon={<Printer aria-hidden />}
                onClick={() => window.print()}
              >
                {t('Print or save as PDF')}
              </Button>
            </span>
          }
        />
      </div>
      {introduction && <p className={css.text}>{introduction}</p>}
      {items.length === 0 && <p>{t('No pictures in it yet.')}</p>}
      {items.map(({ picture, caption, process }) => (
        <figure key={picture.id} className={css.figure}>
          {picture.isShown ? (
            <img
              className={css.picture}
              src={`/pictures/${picture.id}/image`}
              alt={picture.alt}
              width={picture.widthPx}
              height={picture.heightPx}
            />
          ) : (
            <p>{t('This picture is not shown now.')}</p>
          )}
          <figcaption className={css.words}>
            {caption && <p className={css.text}>{caption}</p>}
            {picture.isShown && (
              <p className={css.prompt}>{t('Prompt: {{prompt}}', { prompt: picture.prompt })}</p>
            )}
            <p className={css.made}>
              {t('Made by AI with {{modelId}}.', { modelId: picture.modelId })}
            </p>
          </figcaption>
          {process.length > 1 && <Process steps={process} />}
        </figure>
      ))}
    </Stack>
  );
}

type ProcessProps = { steps: ReadPortfolio['items'][number]['process'] };

/** Folded out, since paper has no folds. */
function Process({ steps }: ProcessProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className={css.process} aria-label={t('How it came about')}>
      <h2 className={css.heading}>{t('How it came about')}</h2>
      <ol className={css.steps}>
        {steps.map(({ generationId, pictureId, alt, prompt, changed, failure }) => (
          <li key={generationId}>
            {pictureId ? (
              <img src={`/pictures/${pictureId}/thumbnail`} alt={alt} width={96} height={96} />
            ) : (
              <span className={css.blank}>{failure ? say(failure) : t('No picture')}</span>
            )}
            <span>{prompt}</span>
            {changed.length > 0 && (
              <span>
                {t('Changed: {{changed}}', { changed: changed.map((name) => t(name)).join(', ') })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
