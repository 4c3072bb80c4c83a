import { useTranslation } from 'react-i18next';
import type { ShownPicture } from '#lessons/blocks.ts';
import css from './lesson-pictures.module.css';
import type { PictureCaption } from './student-step.ts';

interface LessonPicturesProps {
  slug: string;
  pictures: ShownPicture[];
  captions: Record<string, PictureCaption>;
}

/** Example pictures in a row, each with the prompt and the settings that made it. */
export function LessonPictures({ slug, pictures, captions }: LessonPicturesProps) {
  const { t } = useTranslation();
  const shown = pictures.flatMap(({ file }) => captions[file] ?? []);
  const varied = {
    seed: differ(shown, 'seed'),
    steps: differ(shown, 'steps'),
    guidance: differ(shown, 'guidance'),
    sampler: differ(shown, 'sampler'),
  };
  return (
    <ul className={css.row}>
      {pictures.map(({ file, alt }) => (
        <li key={file}>
          <figure className={css.figure}>
            <img
              className={css.picture}
              src={`/lessons/${slug}/pictures/${file}`}
              alt={alt}
              width={128}
              height={128}
              loading="lazy"
            />
            <figcaption className={css.caption}>
              {captions[file] ? (
                <Caption {...captions[file]} varied={varied} />
              ) : (
                t('Prompt: secret')
              )}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}

type Varied = Record<'seed' | 'steps' | 'guidance' | 'sampler', boolean>;

function Caption({
  prompt,
  negativePrompt,
  seed,
  steps,
  guidance,
  sampler,
  varied,
}: PictureCaption & { varied: Varied }) {
  const { t } = useTranslation();
  const settings = [
    negativePrompt && t('not: {{negativePrompt}}', { negativePrompt }),
    varied.steps && t('{{count}} steps', { count: steps }),
    varied.guidance && t('guidance {{guidance}}', { guidance }),
    varied.sampler && sampler,
    varied.seed && t('seed {{seed}}', { seed }),
  ].filter(Boolean);
  return (
    <>
      <code className={css.prompt}>{prompt}</code>
      {settings.length > 0 && <span className={css.settings}>{settings.join(' · ')}</span>}
    </>
  );
}

function differ(captions: PictureCaption[], field: keyof PictureCaption): boolean {
  return new Set(captions.map((caption) => caption[field])).size > 1;
}
