import { useTranslation } from 'react-i18next';
import css from './studio-panels.module.css';

export interface RowPicture {
  id: string;
  alt: string;
}

interface PictureRowProps {
  label: string;
  pictures: RowPicture[];
  chosenId?: string;
  onChoose: (pictureId: string) => void;
}

/** Small pictures to choose one from. */
export function PictureRow({ label, pictures, chosenId, onChoose }: PictureRowProps) {
  const { t } = useTranslation();
  if (pictures.length === 0) return <p className={css.status}>{t('Your pictures appear here.')}</p>;
  return (
    <div role="group" aria-label={label} className={css.row}>
      {pictures.map(({ id, alt }) => (
        <button
          key={id}
          type="button"
          className={css.small}
          aria-pressed={id === chosenId}
          onClick={() => onChoose(id)}
        >
          <img src={`/pictures/${id}/thumbnail`} alt={alt} width={64} height={64} loading="lazy" />
        </button>
      ))}
    </div>
  );
}
