import { RadioCards } from '#app/components/radio-cards.tsx';
import type { Side } from './list-sides.ts';
import css from './side-chooser.module.css';
import { useCaption } from './use-caption.ts';

interface SideChooserProps {
  name: 'left' | 'right';
  legend: string;
  sides: Side[];
}

/** Chooses one set of pictures that were made with the same settings. */
export function SideChooser({ name, legend, sides }: SideChooserProps) {
  const writeCaption = useCaption();
  return (
    <RadioCards
      id={name}
      name={name}
      legend={legend}
      required
      options={sides.map(({ caption, pictures }) => ({
        value: pictures.map(({ generationId }) => generationId).join(','),
        label: (
          <span className={css.side}>
            <span className={css.pictures}>
              {pictures.map(({ pictureId, alt }) => (
                <img
                  key={pictureId}
                  src={`/pictures/${pictureId}/image`}
                  alt={alt}
                  width={128}
                  height={128}
                />
              ))}
            </span>
            {writeCaption(caption)}
          </span>
        ),
      }))}
    />
  );
}
