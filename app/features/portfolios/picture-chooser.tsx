import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure.tsx';
import type { AttachablePicture } from '#app/features/assignments/list-attachable.server.ts';
import css from './portfolio-editor.module.css';

interface PictureChooserProps {
  /** Those that are not in the portfolio yet. */
  pictures: AttachablePicture[];
  onChoose: (picture: AttachablePicture) => void;
}

/** The student's newest pictures; a press puts one in. */
export function PictureChooser({ pictures, onChoose }: PictureChooserProps) {
  const { t } = useTranslation();
  return (
    <Disclosure summary={t('Add pictures')} detail={pictures.length} defaultOpen>
      {pictures.length === 0 ? (
        <p>{t('All your pictures of this class are in it, or you have made none yet.')}</p>
      ) : (
        <div className={css.choices}>
          {pictures.map((picture) => (
            <button
              key={picture.id}
              type="button"
              className={css.choice}
              aria-label={t('Add: {{alt}}', { alt: picture.alt })}
              onClick={() => onChoose(picture)}
            >
              <img
                src={`/pictures/${picture.id}/thumbnail`}
                alt=""
                width={136}
                height={136}
                loading="lazy"
              />
              <Plus aria-hidden />
            </button>
          ))}
        </div>
      )}
    </Disclosure>
  );
}
