import { Form } from '@remix-run/react';
import { ChartSpline, Columns2, Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Fieldset } from '#app/components/fieldset.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import css from './choose-pictures-page.module.css';
import { MOST_COMPARED } from './compare-search.ts';
import type { ComparisonChoices } from './find-comparison-choices.server.ts';

/** Pictures to tick: one's own or the class's, a page at a time. What is ticked stays while paging. */
export function ChoosePicturesPage({ choices }: { choices: ComparisonChoices }) {
  const { t } = useTranslation();
  const say = useSay();
  const { chosen, others, shelf, next, className, fault } = choices;
  const isEmpty = chosen.length + others.length === 0;
  return (
    <>
      <PageHeader
        title={t('Compare pictures')}
        lead={t(
          'Choose 2 to {{mostCompared}}. The fairest tests have the same seed and one change.',
          { mostCompared: MOST_COMPARED },
        )}
        back={{ to: '/gallery', label: t('Gallery') }}
        actions={
          <>
            <LinkButton
              to="/compare/weights"
              variant="secondary"
              icon={<ChartSpline aria-hidden />}
            >
              {t('What a weight does')}
            </LinkButton>
            <LinkButton to="/games" variant="secondary" icon={<Dices aria-hidden />}>
              {t('Games')}
            </LinkButton>
          </>
        }
      />
      <Form method="get" action="/compare" className={css.form}>
        {className !== null && (
          <Cluster>
            {(['own', 'class'] as const).map((key) => (
              <Button
                key={key}
                name="shelf"
                value={key}
                size="small"
                variant={key === shelf ? 'primary' : 'secondary'}
                aria-pressed={key === shelf}
              >
                {key === 'own' ? t('My pictures') : className}
              </Button>
            ))}
          </Cluster>
        )}
        {isEmpty ? (
          <EmptyState
            drawing="frames"
            title={t('No pictures to compare yet')}
            action={<LinkButton to="/studio">{t('Open the studio')}</LinkButton>}
          >
            {t('Make two pictures that differ in one thing, and come back.')}
          </EmptyState>
        ) : (
          <Fieldset
            id="compare-pictures"
            legend={t('Pictures')}
            {...(fault && { errors: [fault] })}
          >
            <div className={css.grid}>
              {[...chosen, ...others].map(({ id, alt, detail }) => (
                <label key={id} className={css.picture}>
                  <img
                    src={`/pictures/${id}/thumbnail`}
                    alt=""
                    width={160}
                    height={160}
                    loading="lazy"
                  />
                  <input
                    type="checkbox"
                    name="picture"
                    value={id}
                    defaultChecked={chosen.some((each) => each.id === id)}
                  />
                  <span>{`${alt}, ${say(detail)}`}</span>
                </label>
              ))}
            </div>
          </Fieldset>
        )}
        <div className={css.bar}>
          {!isEmpty && <Button icon={<Columns2 aria-hidden />}>{t('Compare')}</Button>}
          {next && (
            <Button name="next" value={`${shelf} ${next}`} variant="secondary">
              {t('Older pictures')}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}
