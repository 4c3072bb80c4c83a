import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import css from './live-picture.module.css';

interface LivePictureProps {
  status: GenerationStatus | undefined;
  /** The newest finished one: it stays until the next is there. */
  picture: NonNullable<GenerationStatus['picture']> | undefined;
}

/** The picture that follows the typing. */
export function LivePicture({ status, picture }: LivePictureProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <figure className={css.live} aria-label={t('The picture that follows your words')}>
      {picture ? (
        <img src={`/pictures/${picture.id}/image`} alt={picture.alt} className={css.picture} />
      ) : (
        <p className={css.empty}>{t('Write, and the picture follows.')}</p>
      )}
      <figcaption className={css.state}>{say(describe(t, status))}</figcaption>
    </figure>
  );
}

function describe(t: TFunction, status: GenerationStatus | undefined): string {
  if (status?.state === 'blocked' || status?.state === 'held')
    return t('Easel can’t make this one. Try other words.');
  if (status?.state === 'failed') return status.failure ?? '';
  return t('Press Generate to keep what you see.');
}
