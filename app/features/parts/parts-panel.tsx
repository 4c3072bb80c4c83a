import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/components/disclosure.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { LAYOUT_NAMES } from '#app/features/studio/layout-names.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import css from './parts-panel.module.css';

const MEANINGS: Record<PartName, string> = {
  line: 'Where one thing ends and the next begins.',
  depth: 'Light is near, dark is far away.',
  segment: 'A colour for each kind of thing.',
  pose: 'Bones and joints of people. Black where there are none.',
  face: 'Brows, eyes and mouths. Black where there are none.',
  hand: 'Fingers and their joints. Black where there are none.',
};

/** "Take this picture apart": what a model finds in it, each part ready to guide another picture. */
export function PartsPanel({ pictureId, parts }: { pictureId: string; parts: PartName[] }) {
  const { t } = useTranslation();
  const [isOpened, setIsOpened] = useState(false);
  return (
    <Disclosure summary={t('Take this picture apart')} onOpen={() => setIsOpened(true)}>
      <p>
        {t(
          'A small model finds these parts in the picture. Each can guide a new one: the words are new, the layout stays.',
        )}
      </p>
      <ul className={css.parts}>
        {isOpened &&
          parts.map((part) => (
            <li key={part}>
              <Part part={part} pictureId={pictureId} />
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}

function Part({ part, pictureId }: { part: PartName; pictureId: string }) {
  const { t } = useTranslation();
  const [isLost, setIsLost] = useState(false);
  const name = LAYOUT_NAMES[part];
  return (
    <figure className={css.part}>
      {isLost ? (
        <Notice tone="warning">{t('This part could not be found. Reload the page.')}</Notice>
      ) : (
        <img
          src={`/pictures/${pictureId}/parts/${part}`}
          alt={t('{{part}} of the picture', { part: t(name) })}
          onError={() => setIsLost(true)}
        />
      )}
      <figcaption>
        <strong>{t(name)}</strong>
        <span className={css.meaning}>{t(MEANINGS[part])}</span>
      </figcaption>
      {!isLost && (
        <LinkButton
          to={`/studio?layout=${pictureId}&part=${part}`}
          variant="secondary"
          size="small"
          aria-label={t('Guide a new picture: {{part}}', { part: t(name) })}
        >
          {t('Guide a new picture')}
        </LinkButton>
      )}
    </figure>
  );
}
