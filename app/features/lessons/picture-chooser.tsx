import { Fieldset } from '#app/components/fieldset.tsx';
import type { OwnPicture } from './list-sides.ts';
import css from './picture-chooser.module.css';
import { useCaption } from './use-caption.ts';

interface PictureChooserProps {
  legend: string;
  pictures: OwnPicture[];
  errors: string[] | undefined;
}

/** The student's own pictures, to be pointed at. */
export function PictureChooser({ legend, pictures, errors }: PictureChooserProps) {
  const writeCaption = useCaption();
  return (
    <Fieldset id="pictures" legend={legend} errors={errors}>
      <div className={css.grid}>
        {pictures.map(({ generationId, pictureId, alt, caption }) => (
          <label key={generationId} className={css.picture}>
            <img src={`/pictures/${pictureId}/image`} alt={alt} width={128} height={128} />
            <span className={css.words}>
              <input type="checkbox" name="pictures" value={generationId} />
              <span>{writeCaption(caption)}</span>
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
