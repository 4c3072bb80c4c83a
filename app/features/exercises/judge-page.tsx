import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { PictureGrid } from '#app/components/picture-grid.tsx';
import { PictureTile } from '#app/components/picture-tile.tsx';
import { ProgressBar } from '#app/components/progress-bar.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { DealtPage } from './deal-pair.server.ts';
import type { findFavourites } from './find-favourites.server.ts';
import type { JudgedPairPage } from './find-judged-pair.server.ts';
import { JudgedPair } from './judged-pair.tsx';
import { OpenPair } from './open-pair.tsx';

interface JudgePageProps {
  exercise: DealtPage;
  /** The pair that the student has just judged. */
  judged: JudgedPairPage | null;
  favourites: Awaited<ReturnType<typeof findFavourites>>;
  errors: Record<string, string[] | null>;
}

/** One question, two pictures at a time; then what the class chose. */
export function JudgePage({ exercise, judged, favourites, errors }: JudgePageProps) {
  const { t } = useTranslation();
  const { id, question, pairs, done, pair, isClosed, asksWhy } = exercise;
  return (
    <Stack gap="large">
      <PageHeader title={question} back={{ to: '/exercises', label: t('Blind pairs') }} />
      {!isClosed && (
        <ProgressBar
          label={t('Pairs judged')}
          value={done}
          max={Math.max(pairs, done)}
          detail={t('{{done}} of {{pairs}}', { done, pairs })}
        />
      )}
      {judged ? (
        <JudgedPair
          key={judged.id}
          exerciseId={id}
          judged={judged}
          asksWhy={asksWhy && !isClosed}
          hasNext={pair !== null}
          errors={errors}
        />
      ) : pair ? (
        <OpenPair key={pair.id} pair={pair} question={question} errors={errors} />
      ) : done === 0 && !isClosed ? (
        <Notice tone="info" title={t('There is no pair for you yet')}>
          {t('You judge pictures of others, and there are too few of them here.')}
        </Notice>
      ) : (
        !isClosed && (
          <Notice tone="success" title={t('Thank you, you have judged all your pairs')}>
            {t('When your teacher closes the judging, you see here what the class liked most.')}
          </Notice>
        )
      )}
      {isClosed && !judged && (
        <section aria-labelledby="favourites">
          <h2 id="favourites">{t('What the class liked most')}</h2>
          {favourites.length === 0 ? (
            <p>{t('The class liked the pictures about equally.')}</p>
          ) : (
            <PictureGrid label={t('What the class liked most')}>
              {favourites.map(({ generation, id: pictureId, ...picture }) => (
                <PictureTile
                  key={pictureId}
                  {...picture}
                  src={`/pictures/${pictureId}/thumbnail`}
                  to={`/pictures/${pictureId}`}
                  caption={picture.alt}
                  detail={t('by {{displayName}}', { displayName: generation.user.displayName })}
                />
              ))}
            </PictureGrid>
          )}
        </section>
      )}
    </Stack>
  );
}
