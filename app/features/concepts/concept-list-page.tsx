import { Link, useRevalidator } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import css from './concept-list.module.css';
import { KIND_NAMES, STATE_NAMES } from './concept-names.ts';
import type { ConceptSummary } from './find-concepts.server.ts';
import { ImportPanel } from './import-panel.tsx';

interface ConceptListPageProps {
  concepts: ConceptSummary[];
  models: { id: string; name: string }[];
}

/** What students of a class taught the model, and the way to teach it something new. */
export function ConceptListPage({ concepts, models }: ConceptListPageProps) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useLive(({ kind }) => {
    if (kind === 'concept') revalidate();
  });
  const create = (
    <LinkButton to="/concepts/new" icon={<Plus aria-hidden />}>
      {t('Teach something new')}
    </LinkButton>
  );
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Words and styles')}
        lead={t(
          'Teach the model something that it has never seen, from a few of your own pictures.',
        )}
        back={{ to: '/studio', label: t('Studio') }}
        actions={concepts.length > 0 && create}
      />
      {concepts.length === 0 ? (
        <EmptyState title={t('Nothing taught yet')} drawing="frames" action={create}>
          {t(
            'Draw or upload five to fifteen pictures of one thing, and give it a name. A few minutes later the name works in your prompts.',
          )}
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {concepts.map((concept) => (
            <li key={concept.id} className={css.item}>
              {concept.picture ? (
                <img
                  src={`/pictures/${concept.picture.id}/thumbnail`}
                  alt=""
                  width={72}
                  height={72}
                  className={css.picture}
                />
              ) : (
                <span className={css.blank} aria-hidden />
              )}
              <span className={css.words}>
                <Link to={`/concepts/${concept.id}`} className={css.name}>
                  &lt;{concept.name}&gt;
                </Link>
                <span className={css.detail}>
                  {t(KIND_NAMES[concept.kind])}
                  {concept.isOwn
                    ? ''
                    : ` ${t('by {{madeBy}}', { madeBy: concept.makerName })}`} ·{' '}
                  {t(STATE_NAMES[concept.state])}
                </span>
              </span>
              {concept.isShared && <Badge tone="success">{t('Shared with the class')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      <ImportPanel models={models} />
    </Stack>
  );
}
